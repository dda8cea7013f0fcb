interface Collected {
  readonly value: readonly unknown[];
}

/** What of a DevTools session is needed; every driver has it. */
export interface TracingSession {
  send(
    method: 'Tracing.start',
    params: { categories: string; transferMode: 'ReportEvents' },
  ): Promise<unknown>;
  send(method: 'Tracing.end'): Promise<unknown>;
  on(event: 'Tracing.dataCollected', heard: (collected: Collected) => void): unknown;
  once(event: 'Tracing.tracingComplete', heard: () => void): unknown;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** The same in processor time of the thread: what else the machine does is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

type Timed = TraceEvent & { readonly dur: number };

const busy = ({ dur, tdur }: Timed) => tdur ?? dur;

const end = ({ ts, dur }: Timed) => ts + dur;
const holds = (outer: Timed, inner: Timed) => outer.ts <= inner.ts && end(inner) <= end(outer);

/** Calls that stand in no other call. */
function outermost(calls: readonly Timed[]): readonly Timed[] {
  const found: Timed[] = [];
  for (const call of calls) {
    const last = found.at(-1);
    if (last === undefined || !holds(last, call)) found.push(call);
  }
  return found;
}

/** A task in which a script of an extension ran, in milliseconds of processor time. */
export interface OwnTask {
  /** All of it but the page's own scripts: with the layout and painting that fell into it, whoever caused them. */
  readonly length: number;
  /** Our scripts in it. */
  readonly scripts: number;
}

function ownTasksIn(events: readonly TraceEvent[]): readonly OwnTask[] {
  const timed = events
    .filter((event): event is Timed => event.ph === 'X' && event.dur !== undefined)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const isOurs = ({ args }: TraceEvent) => args?.data?.url?.startsWith('chrome-extension://') === true;
  const threads = new Map<string, Timed[]>();
  for (const event of timed) {
    const thread = `${event.pid} ${event.tid}`;
    const known = threads.get(thread);
    if (known === undefined) threads.set(thread, [event]);
    else known.push(event);
  }
  return [...threads.values()].flatMap((events) => {
    const tasks = outermost(events.filter(({ name }) => name === 'RunTask'));
    const calls = outermost(
      events.filter(({ name }) => name === 'FunctionCall' || name === 'EvaluateScript'),
    );
    let next = 0;
    return tasks.flatMap((task) => {
      while (next < calls.length && (calls[next] as Timed).ts < task.ts) next += 1;
      const inside: Timed[] = [];
      for (let at = next; at < calls.length && holds(task, calls[at] as Timed); at += 1)
        inside.push(calls[at] as Timed);
      if (!inside.some(isOurs)) return [];
      const sumOf = (calls: readonly Timed[]) => calls.reduce((sum, call) => sum + busy(call), 0) / 1000;
      const theirs = sumOf(inside.filter((call) => !isOurs(call)));
      return [{ length: busy(task) / 1000 - theirs, scripts: sumOf(inside.filter(isOurs)) }];
    });
  });
}

/** Watches a tab while `work` runs and gives each task of ours in it. */
export async function traceOwnTasks(
  session: TracingSession,
  work: () => Promise<void>,
): Promise<readonly OwnTask[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as readonly TraceEvent[])
      if (['RunTask', 'FunctionCall', 'EvaluateScript'].includes(event.name)) events.push(event);
  });
  await session.send('Tracing.start', {
    categories: 'devtools.timeline,disabled-by-default-devtools.timeline',
    transferMode: 'ReportEvents',
  });
  await work();
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await done;
  return ownTasksIn(events);
}
