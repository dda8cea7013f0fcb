import type { TicketState } from '../domain/health.ts';
import type { SnoozeSpan } from '../domain/snooze.ts';
import { readingId } from '../domain/ticket-reading.ts';
import { inFrame } from '../reader/page/in-frame.ts';
import { PageWatch } from '../reader/page/page-watch.ts';
import { AskedOnce } from './asked-once.ts';
import { Dock } from './dock.ts';
import { Ears } from './ears.ts';
import { FieldMarks } from './field-marks.tsx';
import { Gate, type HoldRequest } from './gate.ts';
import type { GateNews } from './gate-news.ts';
import type { Guard, GuardParts } from './guard-parts.ts';
import { Hold } from './hold.tsx';
import { HoldLog } from './hold-log.ts';
import { ownEvents } from './own-events.ts';
import { pageClock } from './page-clock.ts';
import { rootOf } from './page-root.ts';
import { pageTheme } from './page-theme.ts';
import { PassDesk } from './pass.ts';
import { PressMemory } from './press-memory.ts';
import { RecipeWatch } from './recipe-watch.ts';
import { sayer } from './sayer.ts';
import { SnoozeDesk } from './snooze-desk.ts';
import { Strip } from './strip.tsx';
import { stripState } from './strip-state.ts';
import { directionOf, SurfaceHost } from './surface-host.ts';
import { busyUnder, elementsAt } from './surroundings.ts';
import { TicketJudge } from './ticket-judge.ts';
import { whileVisible } from './while-visible.ts';

/** The page that takes our element away does so again and again, and settings stay lost: said once in this time. */
const saidAgainMs = 60_000;

/** One beat a second while the page is visible: what ages is renewed, what a page wiped is put back. */
const beatMs = 1_000;
/** What costs more and can wait, not at every beat: where things stand has to be measured. */
const rareBeats = 3;

/**
 * The guard of one page life: gate, strip and hold around one reader. Everything ends with the signal, and by itself
 * once the extension is gone.
 */
export function startGuard(parts: GuardParts, life: AbortController): Guard {
  const { window, reader } = parts;
  const { document } = window;
  const { signal } = life;
  const now = pageClock();
  const say = sayer(parts);
  const passes = new PassDesk();
  const asked = new AskedOnce();
  const recipe = new RecipeWatch(now);
  let seen: TicketState | undefined;
  let heldId = '';
  let takenAwayAt = Number.NEGATIVE_INFINITY;

  const isAlive = () => {
    if (!parts.alive()) life.abort();
    return !signal.aborted;
  };
  const host = new SurfaceHost({
    page: document,
    styles: parts.styles,
    direction: directionOf(parts.translate('text_direction')),
    mayReturn: isAlive,
    restored: () => {
      ears.listen();
      renew();
      hold.show();
    },
    // While it still loads, a page may put its own tree in order.
    tampered: () => {
      if (document.readyState !== 'complete') return;
      takenAwayAt = now();
      mention('taken-away');
    },
  });
  const tell = (news: GateNews) => {
    showSurfaces();
    strip.say(news);
  };
  const saidAt = new Map<GateNews['kind'], number>();
  /** What holds for a while is said now and then, and not in place of what the trader is asked to do. */
  const mention = (kind: 'taken-away' | 'settings-lost' | 'rival') => {
    const said = saidAt.get(kind) ?? Number.NEGATIVE_INFINITY;
    if (!areShown || passes.isStanding(now()) || now() - said < saidAgainMs) return;
    saidAt.set(kind, now());
    tell({ kind });
  };
  const { modes } = parts;
  const log = new HoldLog({
    note: parts.notePress,
    settle: parts.noteOutcome,
    now,
    later: (work, ms) => setTimeout(work, ms),
  });
  const judge = new TicketJudge({
    ask: (reading) => parts.ask(reading, modes.earlier(reading), modes.earlierLeverage(reading)),
    now,
    changed: () => draw(),
    settingsLost: () => mention('settings-lost'),
  });
  const dock = new Dock(window, reader, now);
  const isOurs = (element: Element) => host.isHost(element);
  const marks = new FieldMarks({
    root: host.root,
    placesOf: (fields) => reader.placesOf(fields),
    surroundings: () => dock.surroundings(),
    stripBox: () => strip.box,
    elementsAt: (x, y) => elementsAt(document, isOurs, x, y),
  });
  const strip = new Strip({
    root: host.root,
    now,
    surroundings: () => dock.surroundings(),
    canOrder: () => dock.canOrder(),
    busyUnder: (box) => busyUnder(document, isOurs, box),
    keepPlace: parts.place.keep,
    site: parts.site ?? window.location.hostname,
  });
  const hold = new Hold({
    root: host.root,
    site: parts.site ?? window.location.hostname,
    wordingFor: ({ reading }) => say.about(reading),
    opened: () => {
      own.settle();
      strip.closePanel();
    },
    closed: (request, how, span) => {
      own.settle();
      log.closed(how === 'back' ? 'left' : how);
      if (how === 'overridden') override(request, span);
    },
  });
  const own = ownEvents({
    host,
    now,
    ...(parts.lend === undefined ? {} : { lend: parts.lend }),
    drag: strip.drag,
    keys: (key) => strip.key(key),
    act: (name, isSettled) => {
      const [kind, id = '', span = ''] = name.split(':');
      if (kind === 'settings') parts.openSettings();
      else if (kind === 'rule') parts.openRule(id);
      else if (kind === 'snooze') snoozes.putOffShown(strip.shown, id, span);
      else if (!strip.act(name) && (isSettled || name !== 'override')) hold.act(name);
    },
  });
  const snoozes = new SnoozeDesk({
    snooze: parts.snooze,
    tell,
    changed: () => judge.renew(),
    signal,
  });
  const memory = new PressMemory({
    read: (path) => reader.readAtPress(path, 'pointer'),
    ticket: () => dock.scope(),
    watch: new PageWatch(document, signal),
    now,
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  const gate = new Gate({
    readAtPress: (path, kind, isBegun) => {
      const known = kind === 'pointer' && isBegun ? memory.at(path) : undefined;
      return (known ?? { state: reader.readAtPress(path, kind) }).state?.reading ?? null;
    },
    unreadPress: (path, kind) => reader.unreadPress(path, kind)?.reading ?? null,
    current: (id) => judge.current(id),
    judge: (reading) => judge.judge(reading),
    policy: () => judge.policy,
    passes,
    asked,
    now,
    alive: isAlive,
    later: (work, ms) => setTimeout(work, ms),
    say: tell,
    sent: (reading) => {
      judge.dropPutOff();
      void log.sent(reading).then(() => judge.orderSent());
    },
    openHold: (request) => {
      heldId = readingId(reader.read().reading);
      log.opened(request.reading, request.judged?.side ?? request.ticket.side, heldId);
      showSurfaces();
      hold.theme(pageTheme(window, dock.scope()));
      hold.open(request);
    },
  });

  let areShown = false;
  let beats = 0;
  /** Not before the page has built its own tree, unless a press cannot wait: some pages check what stands in it. */
  function showSurfaces(): void {
    if (areShown) {
      host.keep();
      draw();
      return;
    }
    areShown = true;
    host.start(signal);
    renew();
    draw();
    place();
  }

  /** The marks first: what is shown later lies over it. */
  function renew(): void {
    const theme = pageTheme(window, dock.scope());
    for (const surface of [marks, strip]) {
      surface.theme(theme);
      surface.renew();
    }
  }

  function place(): void {
    strip.place();
    marks.place();
  }

  function override({ ticket, reading, hold, judged }: HoldRequest, span: SnoozeSpan | undefined): void {
    const findings = judged?.assessed.verdict.findings;
    asked.note(findings, reading);
    if (span !== undefined && judged !== undefined) snoozes.putOffHolds(reading, judged, span);
    if (readingId(reader.read().reading) === heldId) {
      passes.grant(ticket, now(), judged === undefined ? 'none' : hold);
      tell({ kind: 'press-again', why: 'overridden', side: ticket.side });
    } else tell({ kind: 'ticket-changed' });
  }

  function changed(state: TicketState): void {
    if (!isAlive()) return;
    modes.note(state.reading);
    log.ticketIs(state.reading);
    const isOtherTicket = seen !== undefined && readingId(seen.reading) !== readingId(state.reading);
    seen = state;
    recipe.note(state.health.recipeLost);
    if (isOtherTicket) {
      passes.drop();
      strip.unsayPass();
    }
    judge.ticketIs(state.health.scope === 'ticket' ? state.reading : undefined, () =>
      reader.submitControls().map((control) => reader.readAtPress([control], 'pointer')?.reading),
    );
    if (state.health.scope === 'ticket') watchFrame();
    if (isReadyFor(state)) showSurfaces();
  }

  /** While the page still builds its tree, and no ticket stands in it, there is nothing to say. */
  function isReadyFor({ health }: TicketState): boolean {
    return areShown || health.scope !== 'none' || document.readyState !== 'loading';
  }

  /** A ticket in a frame of the same origin is pressed in that frame's window, not in ours. */
  function watchFrame(): void {
    const frame = dock.scope()?.ownerDocument.defaultView;
    if (frame && frame !== window) gate.listen(frame, signal);
  }

  let drawn: readonly unknown[] = [];
  function draw(): void {
    if (seen === undefined || !areShown) return;
    const { isBroken } = recipe;
    const judged = judge.state();
    const assessment = judged.kind === 'checked' ? judged.assessment : undefined;
    const sources = [seen, judged.kind, assessment, isBroken];
    if (sources.every((source, index) => source === drawn[index])) return;
    drawn = sources;
    parts.pageIs?.(isBroken);
    const state = stripState(seen, judged, isBroken);
    const wording = say.about(seen.reading);
    strip.update(state, seen, wording, isBroken);
    // The answer comes within a frame or two; until then what was wrong stays marked, so that nothing flickers.
    if (state.kind === 'asking') return;
    marks.update(state.kind === 'checked' ? state.assessed.verdict.findings : [], seen.reading, wording);
  }

  function beat(): void {
    if (!isAlive()) return;
    beats += 1;
    if (beats % rareBeats === 0) ears.listen();
    judge.tick();
    if (!areShown) {
      if (seen !== undefined && isReadyFor(seen)) showSurfaces();
      return;
    }
    watchFrame();
    stopLooking();
    stopLooking = inFrame(look);
  }

  let stopLooking = () => {};
  /** What of a beat asks the page for its layout. */
  function look(): void {
    showSurfaces();
    renew();
    if (beats % rareBeats === 0) place();
    if (host.hasRival) mention('rival');
  }

  /** The page stood still, in the background or in the history: nothing from before counts any more. */
  function goOn(): void {
    passes.drop();
    strip.unsayPass();
    hold.close();
    judge.renew();
    beatAnew();
  }

  let placing = 0;
  const placeSoon = () => {
    placing ||= requestAnimationFrame(() => {
      placing = 0;
      place();
    });
  };

  const ears = parts.ears ?? new Ears(window, signal);
  ears.to = (event) => {
    strip.heard(event);
    hold.heard(event);
    const isOurs = own.take(event);
    if (event.type === 'pointerover') memory.over(isOurs || !event.isTrusted ? [] : event.composedPath());
    if (!isOurs) gate.take(event);
  };
  document.addEventListener('visibilitychange', () => memory.over([]), { signal });
  document.documentElement.addEventListener('pointerleave', () => memory.over([]), { signal });
  void parts.place.read().then((place) => {
    if (place !== undefined && !signal.aborted) strip.placeIs(place);
  });
  document.addEventListener('resume', goOn, { signal });
  window.addEventListener('pageshow', (event) => event.persisted && goOn(), { signal });
  window.addEventListener('resize', placeSoon, { signal, passive: true });
  window.addEventListener('scroll', placeSoon, { signal, passive: true, capture: true });
  parts.observe(changed, signal);
  const beatAnew = whileVisible(document, beat, beatMs, signal);
  signal.addEventListener('abort', () => {
    ears.to = undefined;
    cancelAnimationFrame(placing);
    stopLooking();
    memory.over([]);
    hold.close();
    strip.stop();
    marks.stop();
  });
  if (rootOf(document) === null) life.abort();
  return {
    state: () => {
      const isTakenAway = now() - takenAwayAt < saidAgainMs;
      const hardship = strip.isCovered ? 'covered' : isTakenAway ? 'taken-away' : undefined;
      return { isPageChanged: recipe.isBroken, ...(hardship === undefined ? {} : { strip: hardship }) };
    },
  };
}
