import { useCallback, useEffect, useState } from 'preact/hooks';
import { hostOfPattern, originPatternCovers } from '../../domain/origin-pattern.ts';
import { type VenueId, venueIds } from '../../domain/venue.ts';
import { venueFacts } from '../../venues/facts.ts';
import { venueHosts } from '../../venues/hosts.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import type { WelcomeDesk } from './welcome-desk.ts';

interface Props {
  readonly desk: WelcomeDesk;
  readonly announce: (text: string) => void;
  readonly onNext: () => void;
}

/** Exchanges with a host of their own; the rest is guarded by its address, from the settings. */
const offered: readonly VenueId[] = venueIds.filter(
  (id) => id !== 'practice' && id !== 'binance-coinm' && venueHosts[id].length > 0,
);

/** The trader's exchanges, one permission at a time, each by the browser's own question. */
export function ExchangesStep({ desk, announce, onNext }: Props) {
  const { translate } = desk;
  const [granted, setGranted] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<{ readonly pattern: string; readonly text: string }>();
  const look = useCallback(() => {
    desk.grantedOrigins().then(setGranted, () => setGranted([]));
  }, [desk]);
  useEffect(() => {
    look();
    desk.onGrantsChange(look);
  }, [desk, look]);
  const isGranted = (pattern: string) => granted.some((origin) => originPatternCovers(origin, pattern));
  const ask = (pattern: string) => {
    const host = hostOfPattern(pattern);
    const refuse = (text: string) => {
      setRefusal({ pattern, text });
      announce(text);
    };
    // Straight from the press, nothing awaited before: else the browser does not ask.
    desk
      .requestOrigin(pattern)
      .then(async (isGiven) => {
        if (!isGiven) return refuse(translate('options_grant_refused'));
        setRefusal(undefined);
        announce(translate('options_guarded_now', host));
        await desk.syncSites();
        look();
      })
      .catch((error: unknown) =>
        refuse(translate('options_grant_failed', error instanceof Error ? error.message : String(error))),
      );
  };
  const count = offered.filter((id) => venueHosts[id].some(isGranted)).length;
  return (
    <section>
      <h1 tabIndex={-1}>{translate('welcome_exchanges_title')}</h1>
      <p class="welcome-help">{translate('welcome_exchanges_help')}</p>
      <ul class="welcome-venues">
        {offered.map((id) => {
          const given = venueHosts[id].find(isGranted);
          const pattern = given ?? venueHosts[id][0] ?? '';
          const host = hostOfPattern(pattern);
          return (
            <li key={id} data-venue={id} data-guarded={given !== undefined}>
              <LevelIcon level={given === undefined ? 'unknown' : 'ok'} size={20} />
              <span class="welcome-venue">
                <strong>{venueFacts[id].name}</strong>
                <small>{host}</small>
              </span>
              {given === undefined ? (
                <button
                  type="button"
                  class="rf-button"
                  aria-label={translate('options_guard_host', host)}
                  onClick={() => ask(pattern)}
                >
                  {translate('options_guard')}
                </button>
              ) : (
                <span class="welcome-guarded">{translate('options_guarded')}</span>
              )}
              {refusal?.pattern === pattern && <p class="rf-bad">{refusal.text}</p>}
            </li>
          );
        })}
      </ul>
      <p class="welcome-why">{translate('welcome_exchanges_others')}</p>
      <p class="welcome-answers">
        <button type="button" class="rf-button rf-button-main" data-do="next" onClick={onNext}>
          {count === 0 ? translate('welcome_next_none') : translate('welcome_next_practice', String(count))}
        </button>
      </p>
    </section>
  );
}
