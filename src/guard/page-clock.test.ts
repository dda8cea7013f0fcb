import { expect, it } from 'vitest';
import { pageClock } from './page-clock.ts';

/** A machine with a steady clock and one on the wall. */
function machine() {
  const at = { steady: 1_000, wall: 1_700_000_000_000 };
  const clock = pageClock(
    () => at.steady,
    () => at.wall,
  );
  const pass = (ms: number) => {
    at.steady += ms;
    at.wall += ms;
  };
  return { at, clock, pass };
}

it('counts what both clocks count', () => {
  const { clock, pass } = machine();
  const start = clock();
  pass(5_000);
  expect(clock() - start).toBe(5_000);
});

it('counts a sleep that the steady clock slept through', () => {
  const { at, clock, pass } = machine();
  const start = clock();
  pass(100);
  at.wall += 3_600_000;
  expect(clock() - start).toBe(3_600_100);
  pass(50);
  expect(clock() - start).toBe(3_600_150);
});

it('goes on as it was when the wall clock is set back, and counts a sleep after that', () => {
  const { at, clock, pass } = machine();
  const start = clock();
  at.wall -= 7_200_000;
  expect(clock() - start).toBe(0);
  pass(20_001);
  expect(clock() - start).toBe(20_001);
  at.wall += 10_000;
  expect(clock() - start).toBe(30_001);
});

it('lets small corrections of the wall clock go by', () => {
  const { at, clock, pass } = machine();
  const start = clock();
  for (let step = 0; step < 4; step += 1) {
    at.wall += 200;
    pass(10);
    clock();
  }
  expect(clock() - start).toBe(40);
});
