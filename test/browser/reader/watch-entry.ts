import { PageWatch } from '../../../src/reader/page/page-watch.ts';

/** The watch as a plain page can call it, for tests. */
const controller = new AbortController();
const watch = new PageWatch(document, controller.signal);
let told = 0;

Object.assign(globalThis, {
  begin: () => {
    told = 0;
    watch.begin(document.querySelector('#ticket'), () => {
      told += 1;
    });
  },
  isUnchanged: () => watch.isUnchanged,
  told: () => told,
});
