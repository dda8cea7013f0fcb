/**
 * The simulator's state is the contract's JSON itself, not a copy of it in other words: what a file brings that the form
 * does not show stays in it, and what was typed wrong stands there until it is mended.
 */
export type RawInput = Readonly<Record<string, unknown>>;

/** Where a member stands: `['account', 'positions', 0, 'size']`. */
export type Path = readonly (string | number)[];

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The path as the contract's own errors write it: `account.positions[0].size`. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}

/** Such a path as steps. A symbol may itself hold dots and brackets, so the members that are there decide. */
export function pathOf(text: string, raw: unknown): Path {
  if (text === '') return [];
  if (Array.isArray(raw)) {
    const [whole, index] = /^\[(\d+)\]\.?/.exec(text) ?? [];
    if (whole === undefined) return [text];
    return [Number(index), ...pathOf(text.slice(whole.length), raw[Number(index)])];
  }
  const names = isObject(raw) ? Object.keys(raw).filter((name) => startsWithStep(text, name)) : [];
  const [name] = names.sort((a, b) => b.length - a.length);
  if (name !== undefined && isObject(raw)) {
    return [name, ...pathOf(text.slice(name.length).replace(/^\./, ''), raw[name])];
  }
  const [step = text] = /^[^.[]+/.exec(text) ?? [];
  return step === text ? [text] : [step, ...pathOf(text.slice(step.length).replace(/^\./, ''), undefined)];
}

function startsWithStep(text: string, name: string): boolean {
  return text === name || text.startsWith(`${name}.`) || text.startsWith(`${name}[`);
}

export function memberAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
    return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, raw);
}

/** The same input with one member changed, or taken out with `undefined`; objects on the way are made. */
export function withMember(raw: RawInput, path: Path, value: unknown): RawInput {
  return changed(raw, path, value) as RawInput;
}

function changed(value: unknown, path: Path, wanted: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return wanted;
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? [...value] : [];
    if (rest.length === 0 && wanted === undefined) return list.filter((_, index) => index !== step);
    list[step] = changed(list[step], rest, wanted);
    return list;
  }
  const members = isObject(value) ? value : {};
  const { [step]: now, ...others } = members;
  if (rest.length === 0 && wanted === undefined) return others;
  const next = changed(now, rest, wanted);
  return Object.hasOwn(members, step) ? { ...members, [step]: next } : { ...others, [step]: next };
}

/** Symbols of the order and of all positions, once each, in that order. */
export function symbolsOf(raw: RawInput): readonly string[] {
  const positions = memberAt(raw, ['account', 'positions']);
  const held = Array.isArray(positions) ? positions.map((each) => memberAt(each, ['symbol'])) : [];
  const all = [memberAt(raw, ['order', 'symbol']), ...held];
  return [...new Set(all.filter((each): each is string => typeof each === 'string' && each.trim() !== ''))];
}
