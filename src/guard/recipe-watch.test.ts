import { describe, expect, it } from 'vitest';
import { RecipeWatch } from './recipe-watch.ts';

describe('watching whether a recipe still fits', () => {
  let time = 0;
  const watch = () => new RecipeWatch(() => time);

  it('says nothing while a page may still be drawing itself', () => {
    time = 1_000;
    const one = watch();
    one.note(['ticket']);
    time = 4_999;
    one.note(['ticket']);
    expect(one.isBroken).toBe(false);
  });

  it('says so once it has been missing for four seconds, whatever is missing by then', () => {
    time = 1_000;
    const one = watch();
    one.note(['ticket']);
    time = 3_000;
    one.note(['orderButtons']);
    time = 5_000;
    expect(one.isBroken).toBe(true);
  });

  it('unsays it when all is there, and starts anew when it is lost again', () => {
    time = 0;
    const one = watch();
    one.note(['size']);
    time = 9_000;
    expect(one.isBroken).toBe(true);
    one.note([]);
    expect(one.isBroken).toBe(false);
    one.note(undefined);
    one.note(['size']);
    time = 12_999;
    expect(one.isBroken).toBe(false);
    time = 13_000;
    expect(one.isBroken).toBe(true);
  });
});
