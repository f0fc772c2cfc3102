// What each route touches: nothing of anybody's, a person, a file, the asker's own things, a list. Every route is here.
import type { DeclaredRoute } from '../../server/http/declared-routes.ts';

export type Touches = 'nothing' | 'person' | 'file' | 'meeting' | 'own' | 'ownRecord' | 'list';

/** Addresses by what they touch; a name ends the path, or is followed by something that is listed too. */
const TOUCHED: Readonly<Record<Touches, readonly string[]>> = {
  nothing: [
    ...['/healthz', '/readyz', '/metrics', '/api/openapi.json', '/api/docs', '/api/docs/style.css'],
    ...['/api/problems', '/api/problems/:name', '/api/sign-in/providers', '/api/activation'],
    ...['/api/sign-in/cas', '/api/sign-in/cas/return', '/api/sign-in/oidc', '/api/sign-in/oidc/return'],
    ...['/api/parameters', '/api/retention', '/api/clock', '/api/clock/resume', '/api/backups'],
    ...['/api/calendar', '/api/calendar/template', '/api/calendar/:year', '/api/calendar/:year/dry-runs'],
    ...['/api/audit/head', '/api/audit/state', '/api/audit/proof', '/api/audit/keys'],
    ...[
      '/api/years',
      '/api/years/:year/runs',
      '/api/years/:year/archive',
      '/api/first-hr-head',
      '/api/grants/:id/end',
    ],
    ...['/api/years/:year/pools/:poolId/tie-decision', '/api/years/:year/pools/:poolId/reserve'],
    ...[
      '/api/account-security/:id/lock',
      '/api/account-security/:id/unlock',
      '/api/account-security/:id/reset',
    ],
    ...['/api/activation-slips', '/api/grant-proposals/ends', '/api/grant-proposals/:id/decision'],
    ...['/api/relations/:id/decision', '/api/exports/:id/decision'],
    ...['/api/rule-texts', '/api/rule-texts/:id', '/api/rule-texts/:id/withdrawal'],
    ...['roster', 'accounts', 'figures', 'constraints', 'conduct'].flatMap((kind) =>
      ['template', 'dry-runs', 'marked', 'batches', 'batches/:id/decision', 'batches/:id/undo'].map(
        (deed) => `/api/imports/${kind}/${deed}`,
      ),
    ),
  ],
  person: [
    ...['/api/cadres/:id', '/api/cadres/:id/unmasked', '/api/years/:year/results/:cadreId'],
    ...['/api/trials', '/api/trials/records', '/api/ledger/:cadreId'],
  ],
  file: [
    ...['/api/pilots/:id', '/api/pilots/:id/events', '/api/corrections/:id', '/api/corrections/:id/events'],
    ...['/api/conduct/:id', '/api/conduct/:id/events', '/api/conduct/inactions/:id'],
    '/api/conduct/initiatives/:id',
    ...['/api/exemptions/:id', '/api/exemptions/:id/events', '/api/exemptions/:id/claim'],
    ...['/api/exemptions/:id/findings', '/api/exemptions/:id/correction'],
    '/api/exemptions/:id/precedents',
    '/api/exemptions/:id/record-evidence/:evidenceId',
    ...['/api/files/:id/assignments', '/api/files/:id/assignments/:assignmentId/end'],
    ...['/api/files/:id/pending/:pendingId/decision', '/api/files/:id/paper-entries'],
    '/api/files/:id/deliveries/:deliveryId/signature',
    '/api/files/:id/deliveries/:deliveryId/paper',
    ...['/api/files/:id/evidence', '/api/files/:id/evidence/:evidenceId'],
    ...['/api/files/assignments', '/api/conduct/notifications', '/api/conduct/acceptances'],
    ...['/api/files/:id/documents', '/api/files/:id/documents/:name'],
  ],
  meeting: [
    ...['/api/meetings/:id', '/api/meetings/:id/record'],
    ...['/api/meetings/:id/confirmation', '/api/meetings/:id/cancellation'],
  ],
  own: [
    ...['/api/session', '/api/session/second-factor', '/api/own-password', '/api/own-second-factor'],
    ...[
      '/api/own-second-factor/setup',
      '/api/own-second-factor/recovery-codes',
      '/api/own-second-factor/end',
    ],
    ...['/api/own-sessions', '/api/own-sessions/:id', '/api/own-sessions/end-others'],
    ...['/api/jobs/:id', '/api/jobs/:id/events', '/api/todo', '/api/exports', '/api/exports/:id/file'],
    ...['/api/audit/receipts', '/api/audit/receipts/:entryId'],
    ...['/api/inbox', '/api/inbox/:id/read', '/api/inbox/read-all', '/api/account/notice-address'],
  ],
  ownRecord: [
    ...['/api/my-record', '/api/my-record/:year', '/api/my-record/corrections', '/api/my-record/files'],
    ...['/api/my-record/readers', '/api/my-record/relations'],
  ],
  list: [
    '/api/ledger',
    ...['/api/conduct/initiatives', '/api/conduct/inactions', '/api/exemptions', '/api/public-notices'],
    ...['/api/units', '/api/cadres', '/api/corrections', '/api/pilots', '/api/relations', '/api/meetings'],
    ...['/api/meetings/agenda-candidates', '/api/exports/awaiting', '/api/audit/entries'],
    ...['/api/years/:year/summary', '/api/years/:year/results'],
    ...['/api/accounts', '/api/account-security', '/api/grant-proposals', '/api/open-grants'],
    '/api/grant-decisions',
  ],
};

const all = Object.entries(TOUCHED).flatMap(([touches, urls]) =>
  urls.map((url) => [url, touches as Touches] as const),
);
export const CLASSIFIED: ReadonlyMap<string, Touches> = new Map(all);
/** Listed twice, it would have two answers. */
export const listedTwice = all.map(([url]) => url).filter((url, i, urls) => urls.indexOf(url) !== i);

/** Undefined for a route that nobody has thought about yet. */
export const touchedBy = ({ url }: Pick<DeclaredRoute, 'url'>): Touches | undefined => CLASSIFIED.get(url);
