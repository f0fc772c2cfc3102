import type { ProvidersView } from '../../server/sign-in/sign-in.contract.ts';
import type { View } from '../api.ts';
import { query } from '../router.ts';
import { useAsked } from '../ui/asked.ts';
import { otherWaysWords } from '../words/other-ways.ts';
import { say } from '../words/language.ts';

type Providers = View<typeof ProvidersView>['providers'];

const wordOf = (way: Providers[number]['way'], isOnly: boolean): string => {
  const words = say(otherWaysWords);
  if (isOnly) return words.through;
  return way === 'cas' ? words.throughCas : words.throughOidc;
};

/** A button for each of the school's own services; nothing where there is none. */
export function OtherWays() {
  const providers = useAsked<View<typeof ProvidersView>>('/api/sign-in/providers').value?.providers ?? [];
  if (providers.length === 0) return null;
  return (
    <p class="actions other-ways">
      {providers.map(({ way, href }) => (
        <a key={way} class="button" href={href}>
          {wordOf(way, providers.length === 1)}
        </a>
      ))}
    </p>
  );
}

/** Why the school's service sent somebody back without a session: named in the address. */
export function RefusedThere() {
  const refused = query().get('refused');
  if (refused === null) return null;
  const words = say(otherWaysWords);
  const reason = new Map<string, string>(Object.entries(words)).get(refused);
  return (
    <p class="notice bad" role="alert">
      {reason ?? words.refused}
    </p>
  );
}
