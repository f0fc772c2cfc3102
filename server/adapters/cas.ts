// CAS 3.0 (/p3/serviceValidate): the ticket a browser brings is shown to the school's server, which says whose it is.
import { Refused } from '../http/problem.ts';
import type { Provider } from '../sign-in/provider.ts';
import type { SecondFactorRule } from '../sign-in/second-factor.ts';
import { providerAnswerOdd, providerRefused } from '../sign-in/sign-in.problems.ts';
import { boundedFetch, type Bounds, PROVIDER_BOUNDS } from './bounded-fetch.ts';
import { BadXml, readXml, type XmlElement } from './strict-xml.ts';

export interface CasSettings {
  /** https://cas.example.edu.cn/cas */
  readonly url: string;
  /** The attribute that holds the staff number; null: the user's name is it. */
  readonly staffNoAttribute: string | null;
  readonly secondFactor: SecondFactorRule;
}

const CAS = 'http://www.yale.edu/tp/cas';
const SAML = 'urn:oasis:names:tc:SAML:2.0:protocol';
/** Refusals that are about the ticket; any other is trouble of the server. */
const ABOUT_THE_TICKET = new Set([
  'INVALID_TICKET',
  'INVALID_TICKET_SPEC',
  'INVALID_SERVICE',
  'INVALID_REQUEST',
]);
const MOST_OF_A_TICKET = 256;
const TICKET = /^ST-[\x21-\x7E]+$/u;

const childrenOf = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child) => child.space === CAS && child.name === name);

/** The one child of this name; null without any, refused with several. */
function childOf(element: XmlElement, name: string): XmlElement | null {
  const [first = null, ...more] = childrenOf(element, name);
  if (more.length > 0) throw new BadXml(`${name} twice`);
  return first;
}

function textOf(element: XmlElement | null): string {
  if (element === null || element.children.length > 0) throw new BadXml('a text was expected');
  return element.text.trim();
}

interface Success {
  readonly user: string;
  readonly attribute: (name: string) => readonly string[];
}

/** Whom the answer names; refused if it names nobody, `BadXml` if it is not clear. */
function successIn(source: string): Success {
  const root = readXml(source);
  if (root.space !== CAS || root.name !== 'serviceResponse') throw new BadXml('no service response');
  const success = childOf(root, 'authenticationSuccess');
  const failure = childOf(root, 'authenticationFailure');
  if ((success === null) === (failure === null)) throw new BadXml('neither yes nor no');
  if (success === null)
    throw new Refused(
      ABOUT_THE_TICKET.has(failure!.attributes.get('code') ?? '') ? providerRefused : providerAnswerOdd,
    );
  const attributes = childOf(success, 'attributes');
  const attribute = (name: string) =>
    attributes === null ? [] : childrenOf(attributes, name).map((each) => textOf(each));
  return { user: textOf(childOf(success, 'user')), attribute };
}

function staffNoIn({ user, attribute }: Success, name: string | null): string {
  const values = name === null ? [user] : attribute(name);
  if (values.length !== 1 || values[0] === '') throw new BadXml('not one staff number');
  return values[0]!;
}

/** What the answer's reader finds unclear is the provider's fault, not ours and not the visitor's. */
function clearly<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof BadXml ? new Refused(providerAnswerOdd) : error;
  }
}

const isTicket = (text: string | undefined): text is string =>
  text !== undefined && text.length <= MOST_OF_A_TICKET && TICKET.test(text);

export function casProvider(settings: CasSettings, bounds: Bounds = PROVIDER_BOUNDS): Provider {
  const ask = boundedFetch(bounds);
  const at = (path: string, query: Record<string, string>): string =>
    `${settings.url.replace(/\/+$/u, '')}${path}?${String(new URLSearchParams(query))}`;
  const service = (address: string, state: string): string => `${address}?state=${state}`;

  return {
    begin: async ({ state }, address) => at('/login', { service: service(address, state) }),

    async finish({ attempt, address, query }) {
      const { ticket } = query;
      if (!isTicket(ticket)) throw new Refused(providerRefused);
      const answer = await ask(
        at('/p3/serviceValidate', { service: service(address, attempt.state), ticket }),
      );
      if (answer.status !== 200) throw new Refused(providerAnswerOdd);
      const source = await answer.text();
      return clearly(() => {
        const success = successIn(source);
        return {
          staffNo: staffNoIn(success, settings.staffNoAttribute),
          hasSecondFactor: settings.secondFactor(success.attribute),
          ticket,
        };
      });
    },

    endedTicket(message) {
      try {
        const root = readXml(message);
        if (root.space !== SAML || root.name !== 'LogoutRequest') return null;
        const [index, ...more] = root.children.filter(
          ({ space, name }) => space === SAML && name === 'SessionIndex',
        );
        const ticket = index?.text.trim();
        return more.length === 0 && isTicket(ticket) ? ticket : null;
      } catch (error) {
        if (error instanceof BadXml) return null;
        throw error;
      }
    },
  };
}
