import { Desk } from './desk';
import { keyCountOf, stepsIn, timesIn } from './print';
import { FAMILIES, Side, STEPS_PER_NAT } from './side';

/** Finds the keys that both have: ascending lists, in linear time. */
export function shareKeys(a: Side, b: Side, desk: Desk): void {
  const keysA = a.keys;
  const keysB = b.keys;
  const countA = keyCountOf(a.print);
  const countB = keyCountOf(b.print);
  let i: u32 = 0;
  let j: u32 = 0;
  let count: usize = 0;
  while (i < countA && j < countB) {
    const x = load<u32>(keysA + (<usize>i << 2));
    const y = load<u32>(keysB + (<usize>j << 2));
    if (x == y) {
      store<u32>(desk.inA + (count << 2), i);
      store<u32>(desk.inB + (count++ << 2), j);
    }
    i += u32(x <= y);
    j += u32(y <= x);
  }
  desk.shared = <u32>count;
}

/** Of the shared keys, into the results: the products of the document weights by family and of all, and the sum of the lesser weights, in nats. */
export function addLikeness(a: Side, b: Side, desk: Desk): void {
  const out = desk.out;
  for (let at: usize = 0; at <= FAMILIES; at++) store<f64>(out + (at << 3), 0);
  let all: f64 = 0;
  let lesser: f64 = 0;
  for (let at: usize = 0; at < desk.shared; at++) {
    const x = <usize>load<u32>(desk.inA + (at << 2)) << 2;
    const detailA = load<u32>(a.details + x);
    const detailB = load<u32>(b.details + (<usize>load<u32>(desk.inB + (at << 2)) << 2));
    // As exact as the norms.
    const product: f64 = <f64>documentWeight(detailA) * <f64>documentWeight(detailB);
    const family = out + (<usize>(load<u32>(a.keys + x) & (FAMILIES - 1)) << 3);
    store<f64>(family, load<f64>(family) + product);
    all += product;
    lesser += <f64>min(stepsIn(detailA), stepsIn(detailB)) / STEPS_PER_NAT;
  }
  store<f64>(out, all, 32);
  store<f64>(out, lesser, 40);
}

function documentWeight(detail: u32): f32 {
  return <f32>((<f64>stepsIn(detail) / STEPS_PER_NAT) * sqrt(<f64>timesIn(detail)));
}
