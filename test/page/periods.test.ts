import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binOf, periodFor, periodName, startOf } from '../../page/periods.ts';

const MARCH = Date.UTC(2024, 2, 4);
const DAY = 86_400_000;

test('a day is cut into hours, a month into days, ten years into quarters and more', () => {
  expect(periodFor(MARCH, MARCH + DAY, 30)).toEqual({ size: 1, unit: 'hour' });
  expect(periodFor(MARCH, MARCH + 25 * DAY, 30)).toEqual({ size: 1, unit: 'day' });
  expect(periodFor(MARCH, MARCH + 3650 * DAY, 60)).toEqual({ size: 3, unit: 'month' });
});

test('periods have the names of the calendar', () => {
  const name = (period: Parameters<typeof periodName>[1]) => periodName(binOf(MARCH, period), period);
  expect(name({ size: 1, unit: 'day' })).toBe('4 Mar 2024');
  expect(name({ size: 7, unit: 'day' })).toBe('4 Mar 2024 – 10 Mar 2024');
  expect(name({ size: 3, unit: 'month' })).toBe('Jan 2024 – Mar 2024');
  expect(name({ size: 12, unit: 'month' })).toBe('2024');
  expect(name({ size: 6, unit: 'hour' })).toBe('4 Mar 2024, 00:00');
});

test('a time lies in its period, and any span fits the columns it is cut for', () => {
  const time = fc.integer({ min: Date.UTC(1, 0, 1), max: Date.UTC(9000, 0, 1) });
  fc.assert(fc.property(time, time, fc.integer({ min: 1, max: 60 }), (x, y, most) => {
    const [first, last] = [Math.min(x, y), Math.max(x, y)];
    const period = periodFor(first, last, most);
    const bin = binOf(first, period);
    expect(binOf(last, period) - bin).toBeLessThan(Math.max(2, most));
    expect(startOf(bin, period)).toBeLessThanOrEqual(first);
    expect(startOf(bin + 1, period)).toBeGreaterThan(first);
  }));
});
