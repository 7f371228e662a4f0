/**
 * Challenges in the browser: begun in their lab, followed while it plays, judged at the end of the run.
 *
 * A try is a run that was played to its end with something done in it. What is said is said when the hand
 * rests, so never more than once a second.
 */
import { actsIn, isWon, solutionOf, startOf } from '../engine/challenge.ts';
import type { Challenge, Run } from '../engine/simulation.ts';
import type { Frame } from '../lab/frame.ts';
import { reach } from '../lab/page.ts';
import type { Room } from '../lab/room.ts';
import { learner } from '../learner/store.ts';
import { keepInView, show, write } from './board.ts';
import { bring } from './bring.ts';
import { readTries, triedEvent, tryOf, type Tried, type Tries } from './challenge-tries.ts';
import { sayActs, sayJudged, sayMissed, sayStray, sayWon } from './challenge-words.ts';

/** After so long without a change the hand rests. */
const RESTS_MS = 1000;
/** So many failed tries unfold the hint. */
const TRIES_TO_HINT = 2;

/** A challenge that is taken up. */
export interface TakenUp {
  /** Follows the lab as it is, without beginning anew. */
  enter(): Promise<unknown>;
  /** Reads again what is kept of it. */
  recall(): void;
}

/** Whether somebody else has set anything in that run. */
const isSet = (given: Run | null): boolean => given !== null && actsIn(given) > 0;

/** Takes up one challenge of the page. */
export function challenge(section: HTMLElement, lesson: string, id: string): TakenUp {
  const lab = section.dataset['labId'] ?? '';
  const find = <Part extends HTMLElement>(what: string): Part => section.querySelector<Part>(what)!;
  const begin = find<HTMLButtonElement>('[data-begin]');
  const solve = find<HTMLButtonElement>('[data-show]');
  const judge = section.querySelector<HTMLButtonElement>('[data-judge]');
  const judgeLabel = judge?.textContent ?? '';
  const said = find('.said');
  const board = find('.board');

  let kept = readTries(learner.recall('challenge', lesson, id));
  let open: { room: Room; asked: Challenge } | null = null;
  /** The author's runs as the lab opened them: with what is locked in it as it was. */
  const solutions = new Set<Run>();
  /** What was said of each try since it was begun: undo and redo bring a run back, and that is no other try. */
  const judged = new Map<string, string>();
  let resting = 0;
  let stop: (() => void) | null = null;

  /** The lab, with this challenge followed in it. */
  async function enter(): Promise<{ room: Room; asked: Challenge }> {
    if (open) return open;
    const room = await (await reach(lab)).enter();
    open = { room, asked: room.player.simulation.challenges.find((each) => each.id === id)! };
    room.listen(follow);
    keepInView(board, document.querySelector(`[data-lab="${lab}"]`)!);
    return open;
  }

  function follow({ view, timeUs, untilUs }: Frame): void {
    const { room, asked } = open!;
    const { player } = room;
    const isOurs = sayStray(player.simulation, asked, player.run) === null;
    const { acts } = player;
    show(board, player.simulation, asked, isOurs ? { measures: view.measures, atEnd: timeUs === untilUs, acts } : null);
    if (judge && !stop) judge.disabled = !isOurs || acts === 0;
    write(solve, solutions.has(player.run) && player.undoable ? 'Back to my run' : 'Show a solution');
    clearTimeout(resting);
    resting = window.setTimeout(rest, RESTS_MS);
  }

  /** The hand rests: a run that is over is judged. */
  function rest(): void {
    const { room, asked } = open!;
    const { player } = room;
    const stray = sayStray(player.simulation, asked, player.run);
    if (stray) write(said, stray);
    if (stray || player.playing || solutions.has(player.run) || asked.over || !player.atEnd) return;
    if (player.acts === 0) return;
    const { measures } = player.timeline.end;
    if (isWon(asked, measures)) win(asked.par, player.acts, '');
    else fail(player.run, sayMissed(player.simulation, asked.goals, measures, kept.tries + 1));
  }

  function win(par: number, count: number, before: string): void {
    keep({ tries: kept.tries, won: Math.min(count, kept.won ?? count) });
    write(said, `${before}${sayWon(par, count)}`);
    tellAll();
  }

  function fail(run: Run, words: string): void {
    const one = tryOf(run, open!.room.player.timeline.untilUs);
    const before = judged.get(one);
    if (before !== undefined) return write(said, before);
    keep({ tries: kept.tries + 1, won: kept.won });
    const hint = find<HTMLDetailsElement>('[data-hint]');
    const unfolds = kept.tries === TRIES_TO_HINT;
    // The board may be all of the challenge that is in view.
    const told = unfolds ? `${words} A hint: ${hint.querySelector('p')!.textContent.trim()}` : words;
    judged.set(one, told);
    write(said, told);
    tellAll();
    hint.open ||= unfolds;
  }

  function endJudging(): void {
    stop?.();
    stop = null;
    isJudging = false;
    find('progress').hidden = true;
    write(judge!, judgeLabel);
  }

  function keep(next: Tries): void {
    kept = next;
    learner.keep('challenge', lesson, id, { lab, ...kept });
    document.dispatchEvent(new CustomEvent<Tried>(triedEvent, { detail: { id, ...kept } }));
  }

  /** The hint after two tries; a solution after the hint, or when it is no longer needed. */
  function tellAll(): void {
    if (kept.tries >= TRIES_TO_HINT) delete find('[data-hint]').dataset['later'];
    if (kept.tries < TRIES_TO_HINT && kept.won === null) return;
    delete find('[data-solution]').dataset['later'];
    solve.hidden = false;
  }

  begin.addEventListener('click', async () => {
    bring(lab);
    const { room, asked } = await enter();
    const { player } = room;
    judged.clear();
    player.open(startOf(player.simulation, asked, player.given), undefined, 'Begin the challenge');
    write(begin, 'Begin again');
    const end = judge ? 'then come back and try it on many seeds' : 'and play the run to its end';
    const par = isSet(player.given) ? ' What was set here for you does not count as an act.' : '';
    write(said, `The lab is set up. Do something, ${end}.${par}`);
    bring(lab);
  });

  solve.addEventListener('click', async () => {
    bring(lab);
    const { room, asked } = await enter();
    const { player } = room;
    bring(lab);
    if (solutions.has(player.run) && player.undoable) return player.undo();
    const { run } = player;
    player.open(solutionOf(player.simulation, asked), undefined, 'Show a solution');
    // A model that cannot play it leaves the learner's run.
    if (player.run !== run) solutions.add(player.run);
    player.play();
    const start = isSet(player.given)
      ? ' It begins without the values that were set here, but for what is locked.'
      : '';
    write(said, `This is the author’s run.${start} “Back to my run”, or undo in the lab, brings yours back.`);
  });

  let isJudging = false;
  judge?.addEventListener('click', async () => {
    if (isJudging && !stop) return;
    if (stop) {
      endJudging();
      write(said, 'Stopped before all seeds were played.');
      return;
    }
    isJudging = true;
    const { room, asked } = await enter();
    const { player } = room;
    const { run } = player;
    const { judgeOver } = await import('./judging.ts');
    const progress = find<HTMLProgressElement>('progress');
    progress.hidden = false;
    write(judge, 'Stop');
    stop = judgeOver(player.simulation, asked, run, (done, wins) => {
      progress.value = done;
      if (wins === null) return;
      endJudging();
      const result = sayJudged(wins, asked.over!);
      if (solutions.has(run)) write(said, `${result} This is the author’s run.`);
      else if (wins >= asked.over!.wins) win(asked.par, player.acts, `${result} `);
      else fail(run, `${result} That was try ${kept.tries + 1}.`);
    });
  });

  function recall(): void {
    kept = readTries(learner.recall('challenge', lesson, id));
    tellAll();
    if (kept.won !== null) write(said, `You won this before, with ${sayActs(kept.won)}.`);
  }

  recall();
  return { enter, recall };
}
