import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import catalogue from '../../_locales/en/messages.json' with { type: 'json' };
import { translatorFrom } from '../messages/translator-from.ts';
import { settingsDefaults } from '../settings/defaults.ts';
import { readStoredSettings } from '../settings/read-stored.ts';
import { ruleOptions } from '../settings/rule-options.ts';
import { contracts } from './contracts.ts';

const folder = new URL('../../test/fixtures/settings/', import.meta.url);
const rules = [...ruleOptions(translatorFrom(catalogue))];

describe('settings on their way to a page', () => {
  it.each(readdirSync(folder))('arrive whole: %s', (name) => {
    const { stored } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    const { settings, repairs, state } = readStoredSettings(stored);
    const notices = repairs.map((repair) => ({ ...repair, when: '2026-11-23T08:00:00.000Z' }));
    const reply = {
      loaded: { settings, pending: [], repairs: notices, state },
      defaults: settingsDefaults,
      rules,
    };
    const sent = JSON.parse(JSON.stringify(reply));
    expect(v.parse(contracts['read-settings'].reply, sent)).toEqual(sent);
  });

  it.each([
    ['no rules', { rules: undefined }],
    ['a rule of an unknown unit', { rules: [{ ...rules[0], unit: 'bananas' }] }],
    [
      'settings that are a list',
      { loaded: { settings: [], pending: [], repairs: [], state: { kind: 'stored' } } },
    ],
    ['a state nobody knows', { loaded: { settings: {}, pending: [], repairs: [], state: { kind: 'fine' } } }],
  ])('are refused with %s', (_what, change) => {
    const { settings } = readStoredSettings(undefined);
    const whole = {
      loaded: { settings, pending: [], repairs: [], state: { kind: 'stored' } },
      defaults: settingsDefaults,
      rules,
    };
    expect(v.is(contracts['read-settings'].reply, whole)).toBe(true);
    expect(v.is(contracts['read-settings'].reply, { ...whole, ...change })).toBe(false);
  });
});

describe('a change on its way to the worker', () => {
  it.each([
    [['general', 'theme'], 'dark', true],
    [['venues', 'binance', 'leverageCap'], null, true],
    [['general', 'theme'], 7, false],
    [['general', 'theme'], { dark: true }, false],
    [['general', 'theme'], 'x'.repeat(401), false],
    [['theme'], 'dark', false],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'dark', false],
    [['venues', 'x'.repeat(61)], 'dark', false],
    ['general.theme', 'dark', false],
  ])('%j to %j: %s', (path, value, taken) => {
    expect(v.is(contracts['change-setting'].request, { path, value })).toBe(taken);
  });

  it('comes from a page of the extension, never from a page script', () => {
    for (const name of [
      'read-settings',
      'change-setting',
      'dismiss-repairs',
      'replace-newer-settings',
    ] as const) {
      expect(contracts[name].senders).toEqual(['extension-page']);
    }
  });
});
