/**
 * What every picture and panel is given, and the hand it may use.
 *
 * A picture is a pure drawing of (state, config, nowMs). It holds no number that matters, no timer
 * and no effect that computes. Paint is given as presentation attributes with tokens
 * (`fill="var(--live)"`), never as classes, so that a still can be drawn without a page round it.
 */
import type { Component } from 'svelte';
import type { Mark, Measures, RunInput, TypedInput, Values } from '../engine/simulation.ts';

/** wide: beside text, from 780 px. narrow: a phone. still: 440 by about 268, for frames and cards. */
export type Layout = 'wide' | 'narrow' | 'still';

/** The learner's hand. A drag is one gesture: previews while held, then one commit or a discard. */
export interface Hand<Input = TypedInput> {
  /** Shows the run with this one provisional input; it replaces the last preview and is never logged. */
  preview(input: RunInput<Input>): void;
  /** Puts the input into the run at the playhead. */
  commit(input: RunInput<Input>): void;
  /** Like `commit`, for small moves by keyboard: a quick run of them counts as one act. */
  nudge(input: RunInput<Input>): void;
  /** Lets go without doing anything. */
  discard(): void;
  /** Shows the first moment of which a fact of this type tells; nothing happens where there is none. */
  goTo(fact: string): void;
}

export interface PictureProps<Config, State, Input = TypedInput> {
  state: State;
  config: Config;
  nowMs: number;
  /** What the model measures now: a picture computes no number that matters. */
  measures: Measures;
  act: Hand<Input>;
  /** 'step' draws before and after together with arrows; nothing glides. */
  motion: 'auto' | 'step';
  /** Names of fields and inputs that may not be changed; their handles are drawn without yellow. */
  locked: readonly string[];
  layout: Layout;
  /** Draw the outcome under a cover, so that a prediction is not spoiled. */
  covered?: boolean;
}

/** A picture or panel as the lab uses it. */
export type Picture = Component<PictureProps<Values, unknown>>;
/** A simulation's own picture or panel, whatever its types are. */
export type AnyPicture = Component<PictureProps<never, never, never>>;

/** The hand of a still: nothing can be touched. */
export const noHand: Hand = { preview() {}, commit() {}, nudge() {}, discard() {}, goTo() {} };

/** The six marks, as paths in a 12 by 12 box. `fill` marks are filled, the others are stroked. */
export const marks: Readonly<Record<Mark, { path: string; fill: boolean; width: number }>> = {
  live: { path: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z', fill: true, width: 0 },
  dark: { path: 'M6 1.6a4.4 4.4 0 1 0 0 8.8a4.4 4.4 0 1 0 0-8.8z', fill: false, width: 2 },
  harm: { path: 'M1.8 1.8l8.4 8.4M10.2 1.8l-8.4 8.4', fill: false, width: 2.4 },
  good: { path: 'M1 6.6l3.5 3.6L11 1.8', fill: false, width: 2.4 },
  wait: { path: 'M1.6 1.6h8.8v8.8h-8.8z', fill: false, width: 2 },
  you: { path: 'M2 11.5V1h8L7.8 3.8L10 6.6H2', fill: false, width: 1.6 },
};
