import { readTable, tableRows } from '../data/load.ts';

/** What stands beside a number: a row of `units.tsv`. */
export interface Unit {
  /** Its id in `concepts.tsv`. */
  readonly concept: string;
  /** Factor to the measure that a translator writes instead; 0 where there is none. */
  readonly metric: number;
  /** What is subtracted before. */
  readonly zero: number;
}

interface Units {
  readonly byConcept: ReadonlyMap<string, Unit>;
  readonly bySign: ReadonlyMap<string, Unit>;
}

let table: Units | undefined;

function units(): Units {
  table ??= readUnits();
  return table;
}

function readUnits(): Units {
  const rows = tableRows(readTable('units.tsv'))
    .slice(1)
    .map(([concept = '', signs = '', metric, zero]) => ({ signs: signs === '' ? [] : signs.split('|'), unit: { concept, metric: Number(metric ?? 0), zero: Number(zero ?? 0) } }));
  return {
    byConcept: new Map(rows.map(({ unit }) => [unit.concept, unit])),
    bySign: new Map(rows.flatMap(({ signs, unit }) => signs.map((sign) => [sign, unit] as const))),
  };
}

/** The concept that is written as a sign beside a percentage. */
export const PERCENT = 'percent';

/** The unit that a concept is, or undefined. */
export function unitOfConcept(concept: string): Unit | undefined {
  return units().byConcept.get(concept);
}

/** The unit that a sign stands for (`%`, `€`, `°F`), or undefined. */
export function unitOfSign(sign: string): Unit | undefined {
  return units().bySign.get(sign);
}

/**
 * What a translator may have made of a value: the metric one, to two and to three digits (`93 miles` is 150 km, or 149.7 for who
 * counts closely). Empty where the unit is metric.
 */
export function metricValues(value: number, { metric, zero }: Unit): readonly number[] {
  if (metric === 0) return [];
  const exact = (value - zero) * metric;
  return [...new Set([2, 3].map((digits) => Number(exact.toPrecision(digits))))];
}
