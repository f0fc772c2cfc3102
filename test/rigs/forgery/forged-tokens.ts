// Everything a cookie may hold that must not be believed: each kind by the name of its trick.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { asymmetric, base64, eddsa, hmac, json, jws, nothing, type Part } from './jws.ts';

export interface Forger {
  /** The product's private key, PEM: what a forger does not have, to make tokens that are right but for one thing. */
  readonly signingKey: string;
  /** A token that is right, of a session that runs. */
  readonly token: string;
}

const HOUR = 3600;

export function forgedTokens({ signingKey, token }: Forger): ReadonlyMap<string, string> {
  const [head64 = '', body64 = '', signature = ''] = token.split('.');
  const header = JSON.parse(Buffer.from(head64, 'base64url').toString()) as Part;
  const payload = JSON.parse(Buffer.from(body64, 'base64url').toString()) as Part;
  const ours = eddsa(signingKey);
  const own = (headerMore: Part, payloadMore: Part = {}) =>
    jws({ ...header, ...headerMore }, { ...payload, ...payloadMore }, ours);
  const without = (...names: string[]) =>
    jws(header, Object.fromEntries(Object.entries(payload).filter(([name]) => !names.includes(name))), ours);
  const now = Math.floor(Date.now() / 1000);
  return new Map<string, string>([
    ...unsigned(header, payload),
    ...withOtherAlgorithms(signingKey, header, payload),
    ...withKeyTricks(signingKey, header, payload),
    ['expired', own({}, { exp: now - 1 })],
    ['expired long ago', own({}, { exp: 1 })],
    ['expires never: text', own({}, { exp: '9999999999' })],
    ['expires never: null', own({}, { exp: null })],
    ['expires at a fraction', own({}, { exp: now + HOUR + 0.5 })],
    ['expires at true', own({}, { exp: true })],
    ['without exp', without('exp')],
    ['without jti', without('jti')],
    ['without sub', without('sub')],
    ['without ver', without('ver')],
    ['without iss', without('iss')],
    ['without aud', without('aud')],
    ['without any claim', jws(header, {}, ours)],
    ['another aud', own({}, { aud: 'elsewhere' })],
    ['a part of our aud', own({}, { aud: 'dandang' })],
    ['another iss', own({}, { iss: 'elsewhere' })],
    ['another typ', own({ typ: 'at+jwt' })],
    ['typ JWT', own({ typ: 'JWT' })],
    ['a sub that is a list', own({}, { sub: [payload['sub']] })],
    ['a jti that is an object', own({}, { jti: { $ne: null } })],
    ['a jti with SQL', own({}, { jti: "' or '1'='1" })],
    ['a jti of __proto__', own({}, { jti: '__proto__' })],
    ['an unknown session', own({}, { jti: 'ses_nobody' })],
    ['another account’s name on our session', own({}, { sub: 'acc_sysadmin1' })],
    ['an older version', own({}, { ver: Number(payload['ver']) - 1 })],
    ['a later version', own({}, { ver: Number(payload['ver']) + 1 })],
    ['a version as text', own({}, { ver: String(payload['ver']) })],
    ['not yet valid', own({}, { nbf: now + HOUR })],
    ['crit with an unknown extension', own({ crit: ['urn:unknown'], 'urn:unknown': true })],
    ['an altered payload', `${head64}.${json({ ...payload, sub: 'acc_hr_head1' })}.${signature}`],
    ['an altered header', `${json({ ...header, x: 1 })}.${body64}.${signature}`],
    ['an altered signature', `${head64}.${body64}.${flipped(signature)}`],
    ['a cut signature', `${head64}.${body64}.${signature.slice(0, -2)}`],
    ['a signature of zeros', `${head64}.${body64}.${base64(new Uint8Array(64))}`],
    ['the signature twice', `${token}.${signature}`],
    ['nested in a token', jws({ ...header, cty: 'JWT' }, { token }, ours)],
    ['a JSON serialization', base64(JSON.stringify({ protected: head64, payload: body64, signature }))],
    ['five parts, as if encrypted', `${head64}..${body64}.${signature}.x`],
    ['compressed payload', own({ zip: 'DEF', crit: ['zip'] })],
    ['unencoded payload', own({ b64: false, crit: ['b64'] })],
    ['bytes that are no JSON', `${base64('{"alg"')}.${body64}.${signature}`],
    ['a header that is null', `${json(null)}.${body64}.${signature}`],
    ['a header that is a list', `${json([header])}.${body64}.${signature}`],
    ['a payload that is a number', `${head64}.${json(1)}.${base64(ours(`${head64}.${json(1)}`))}`],
    ['a payload that is null', `${head64}.${json(null)}.${base64(ours(`${head64}.${json(null)}`))}`],
    ['empty', ''],
    ['one dot', '.'],
    ['two dots', '..'],
    ['words', 'let-me-in'],
    ['undefined', 'undefined'],
    ['huge', 'a'.repeat(6000)],
    ['a huge header', `${json({ ...header, x: 'a'.repeat(4000) })}.${body64}.${signature}`],
    ['percent signs', '%00%0d%0a%zz'],
    ['quoted words', '"let me in"'],
    ['padding', `${head64}==.${body64}==.${flipped(signature)}==`],
  ]);
}

const flipped = (signature: string): string => (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);

const unsigned = (header: Part, payload: Part): [string, string][] =>
  ['none', 'None', 'NONE', 'nOnE', 'none ', ''].map((alg) => [
    `alg “${alg}”`,
    jws({ ...header, alg }, payload, nothing),
  ]);

function withOtherAlgorithms(signingKey: string, header: Part, payload: Part): [string, string][] {
  const publicKey = createPublicKey(createPrivateKey(signingKey));
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const raw = der.subarray(-32);
  const hs = (name: string, secret: string | Uint8Array): [string, string] => [
    `HS256 with ${name}`,
    jws({ ...header, alg: 'HS256' }, payload, hmac('sha256', secret)),
  ];
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return [
    hs('our public PEM', pem),
    hs('our public PEM, trimmed', pem.trim()),
    hs('our public PEM after a space', ` ${pem}`),
    hs('our public DER', der),
    hs('our raw public key', raw),
    hs('no key', ''),
    ['HS384 with our public PEM', jws({ ...header, alg: 'HS384' }, payload, hmac('sha384', pem))],
    ['HS512 with our public PEM', jws({ ...header, alg: 'HS512' }, payload, hmac('sha512', pem))],
    ['RS256', jws({ ...header, alg: 'RS256' }, payload, asymmetric('sha256', rsa.privateKey))],
    ['RS512', jws({ ...header, alg: 'RS512' }, payload, asymmetric('sha512', rsa.privateKey))],
    ['ES256', jws({ ...header, alg: 'ES256' }, payload, asymmetric('sha256', ec.privateKey))],
    ['our signature called HS256', jws({ ...header, alg: 'HS256' }, payload, eddsa(signingKey))],
    ['our signature called ES256', jws({ ...header, alg: 'ES256' }, payload, eddsa(signingKey))],
    ['without alg', jws({ typ: header['typ'] }, payload, eddsa(signingKey))],
    ['alg a list', jws({ ...header, alg: ['EdDSA'] }, payload, eddsa(signingKey))],
  ];
}

function withKeyTricks(signingKey: string, header: Part, payload: Part): [string, string][] {
  const other = generateKeyPairSync('ed25519');
  const theirs = eddsa(other.privateKey);
  const jwk = other.publicKey.export({ format: 'jwk' });
  const kids = [
    'unknown',
    '',
    '../../../dev/null',
    '/dev/null',
    '__proto__',
    'constructor',
    "' union select 'k",
    '\u0000',
  ];
  return [
    ['another key', jws(header, payload, theirs)],
    ['another key, brought along as jwk', jws({ ...header, jwk }, payload, theirs)],
    ['another key, named by jku', jws({ ...header, jku: 'https://example.org/keys' }, payload, theirs)],
    ['another key, named by x5u', jws({ ...header, x5u: 'https://example.org/key.pem' }, payload, theirs)],
    ['without kid, another key', jws(withoutKid(header), payload, theirs)],
    ...kids.map((kid): [string, string] => [
      `kid ${JSON.stringify(kid)}`,
      jws({ ...header, kid }, payload, theirs),
    ]),
    ['kid null', jws({ ...header, kid: null }, payload, theirs)],
    ['kid a list', jws({ ...header, kid: ['a'] }, payload, theirs)],
    [
      'HS256 by kid __proto__',
      jws({ ...header, alg: 'HS256', kid: '__proto__' }, payload, hmac('sha256', '')),
    ],
    ['our key by its private PEM', jws({ ...header, alg: 'HS256' }, payload, hmac('sha256', signingKey))],
  ];
}

const withoutKid = (header: Part): Part =>
  Object.fromEntries(Object.entries(header).filter(([name]) => name !== 'kid'));
