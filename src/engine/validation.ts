/**
 * What a model was checked against: a published figure or a theory's value, and the run that is held to it.
 *
 * A simulation that has any exports `validation: readonly Validation[]` from `src/sims/<sim>/validation.ts`. Each row is
 * measured while the site is built, printed in the lesson's model card, and fails the build when the model is further
 * from what is expected than the row allows.
 */
export interface Validation {
  /** What was checked, in the subject's words, as the head of a row: "Requests that find every place taken". */
  what: string;
  /** Where the expected figure is from, so that a reader can find it: a paper and page, or the name of the formula. */
  source: string;
  /** The published or theoretical value, in `unit`. */
  expected: number;
  /** The unit of both values, as in `MeasureInfo`: '' for a plain count; a 'share' is 0 to 1 and printed in per cent. */
  unit: string;
  /** Digits after the decimal point that both values are printed with, as in `MeasureInfo`. */
  decimals: number;
  /** How far `measured()` may be from `expected`, in `unit`: honest for the size of the sample, said in `how`. */
  tolerance: number;
  /** How it was measured, with the sample: "mean of 200 seeds, an hour each". */
  how: string;
  /** Runs the model and gives the value in `unit`. Pure, and quick enough to be run once in every build. */
  measured(): number;
}

/**
 * Published values as dots, one in a row, against two thin lines of the model. A simulation that has one exports it as
 * `chart` beside its `validation`; it is drawn under the rows while the site is built.
 */
export interface ValidationChart {
  /** What a reader should see in it: one sentence. */
  title: string;
  /** What the values are, with their unit: "times as long as straight fibre". */
  axis: string;
  /** Where the axis is labelled; the first and the last are its ends. */
  ticks: readonly number[];
  /** The lower first; it is drawn whole, the other dashed. */
  lines: readonly [ValidationLine, ValidationLine];
  /** `note` is what else is said of a dot: "32 ms, 1,272 km". */
  points: readonly { label: string; note: string; value: number }[];
}
export interface ValidationLine {
  label: string;
  value: number;
}

/**
 * A formula drawn as a line through what the model gives, as dots: one or two of them. A simulation that has such a
 * chart exports it as `curves` beside its `validation`; it is drawn under the rows while the site is built.
 */
export interface ValidationCurves {
  /** What a reader should see in it, and what the dots are. */
  title: string;
  x: ValidationAxis;
  y: ValidationAxis;
  /** The second is dashed, with hollow dots. */
  curves: readonly ValidationCurve[];
}
export interface ValidationAxis {
  label: string;
  /** As in `MeasureInfo`. */
  unit: string;
  decimals: number;
  /** The first and the last are the ends of the axis. */
  ticks: readonly number[];
}
export interface ValidationCurve {
  label: string;
  /** The formula. */
  at(x: number): number;
  /** Runs the model. */
  dots(): readonly { x: number; y: number }[];
}
