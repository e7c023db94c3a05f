/** Where two documents are compared: tables, room for what is worked out, and results. All are addresses but `shared`. */
@unmanaged
export class Desk {
  /** The logarithms of weights (`makeLogs`). */
  logs!: usize;
  /** The model of sentence pairs: the bias, the weights of the features, and the least log-odds and probability that count, eight bytes each. */
  model!: usize;
  /** The features of a pair of sentences, eight bytes each. */
  features!: usize;
  /** How many keys both have, and the places of each in the one's list and in the other's, in ascending order of key. */
  shared!: u32;
  inA!: usize;
  inB!: usize;
  /** The shared keys of the sentences of the one: those of sentence `i` are in `keysByRow` from `byRow[i]` on, before `byRow[i + 1]`. */
  byRow!: usize;
  keysByRow!: usize;
  /** What one sentence of the one shares with each of the other: in steps by family, and the product of the weights; zeros between. Those it shares with are listed. */
  matched!: usize;
  products!: usize;
  touched!: usize;
  /** Pairs of sentences that may be versions: those of sentence `i` of the one from `first[i]` on, before `first[i + 1]`; the other's sentence and the gain of each. */
  first!: usize;
  column!: usize;
  gain!: usize;
  /** The best gain of the first `i` and `j` sentences, `sentences + 1` of the other in a row; and of each column the best gain. */
  table!: usize;
  best!: usize;
  /** The pairs of an alignment: the sentences, four bytes each, and the gain. */
  pairsA!: usize;
  pairsB!: usize;
  pairGains!: usize;
  /** Of each sentence of the one, one more than the number of its pair; 0 where it has none. */
  pairOf!: usize;
  /** Results, eight bytes each. */
  out!: usize;
}
