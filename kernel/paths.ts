import { Desk } from './desk';
import { sentencesOf } from './print';
import { Side } from './side';

/** The best alignment of what `addGains` has found, with the sentences of `b` in their order or in reverse: its pairs; how many they are. Its gain is the first result. */
export function alignGains(a: Side, b: Side, desk: Desk, isReversed: bool): u32 {
  const rows = sentencesOf(a.print);
  const columns = sentencesOf(b.print);
  fillTable(rows, columns, desk, isReversed);
  store<f64>(desk.out, load<f32>(desk.table + (<usize>((rows + 1) * (columns + 1) - 1) << 2)));
  return tracePath(rows, columns, desk, isReversed);
}

/** The sum of the gains of each sentence's best partner, whatever the order: the lesser of both documents' sums. */
export function bestPartners(a: Side, b: Side, desk: Desk): f64 {
  const first = desk.first;
  const column = desk.column;
  const gain = desk.gain;
  const best = desk.best;
  const rows = sentencesOf(a.print);
  const columns: usize = sentencesOf(b.print);
  memory.fill(best, 0, columns << 2);
  let ofRows: f64 = 0;
  for (let i: usize = 0; i < rows; i++) {
    let ofRow: f32 = 0;
    const end = load<u32>(first + (i << 2), 4);
    for (let at = load<u32>(first + (i << 2)); at < end; at++) {
      const own = load<f32>(gain + (<usize>at << 2));
      const ofColumn = best + (<usize>load<u32>(column + (<usize>at << 2)) << 2);
      ofRow = max(ofRow, own);
      store<f32>(ofColumn, max(load<f32>(ofColumn), own));
    }
    ofRows += ofRow;
  }
  let ofColumns: f64 = 0;
  for (let j: usize = 0; j < columns; j++) ofColumns += load<f32>(best + (j << 2));
  return min(ofRows, ofColumns);
}

/**
 * Best gain of the first i and j sentences at `i * (columns + 1) + j`. A row is that before it, but for what a pair of its sentence makes better, from there to
 * where it was as good already.
 */
function fillTable(rows: u32, columns: u32, desk: Desk, isReversed: bool): void {
  const first = desk.first;
  const column = desk.column;
  const gain = desk.gain;
  const table = desk.table;
  const width: usize = (<usize>columns + 1) << 2;
  memory.fill(table, 0, width);
  let above = table;
  for (let i: usize = 0; i < rows; i++) {
    const here = above + width;
    memory.copy(here, above, width);
    const start = load<u32>(first + (i << 2));
    const end = load<u32>(first + (i << 2), 4);
    for (let n = start; n < end; n++) {
      const at = <usize>(isReversed ? start + end - 1 - n : n) << 2;
      const own = load<u32>(column + at);
      const before = <usize>(isReversed ? columns - 1 - own : own) << 2;
      const best = load<f32>(above + before) + load<f32>(gain + at);
      for (let cell = here + before + 4; cell < here + width && load<f32>(cell) < best; cell += 4) store<f32>(cell, best);
    }
    above = here;
  }
}

/** Goes the best path back from its end, and puts its pairs in order. */
function tracePath(rows: u32, columns: u32, desk: Desk, isReversed: bool): u32 {
  const table = desk.table;
  const pairsA = desk.pairsA;
  const pairsB = desk.pairsB;
  const pairGains = desk.pairGains;
  const width = columns + 1;
  const most: usize = min(rows, columns);
  let free = most;
  let i = rows;
  let j = columns;
  while (i > 0 && j > 0) {
    const cell = table + (<usize>(i * width + j) << 2);
    const here = load<f32>(cell);
    if (here == load<f32>(cell - (<usize>width << 2))) i--;
    else if (here == load<f32>(cell - 4)) j--;
    else {
      i--;
      j--;
      const own = isReversed ? columns - 1 - j : j;
      free--;
      store<u32>(pairsA + (free << 2), i);
      store<u32>(pairsB + (free << 2), own);
      store<f32>(pairGains + (free << 2), gainAt(i, own, desk));
    }
  }
  const count = most - free;
  memory.copy(pairsA, pairsA + (free << 2), count << 2);
  memory.copy(pairsB, pairsB + (free << 2), count << 2);
  memory.copy(pairGains, pairGains + (free << 2), count << 2);
  return <u32>count;
}

function gainAt(i: u32, j: u32, desk: Desk): f32 {
  const first = desk.first;
  const column = desk.column;
  const gain = desk.gain;
  let at: usize = load<u32>(first + (<usize>i << 2));
  while (load<u32>(column + (at << 2)) != j) at++;
  return load<f32>(gain + (at << 2));
}
