// A certificate for `localhost` that signs itself, made when it is needed: a test trusts it, or does not.
import { generateKeyPairSync, sign } from 'node:crypto';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** One value of DER (X.690): tag, length, content. */
function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const SEQUENCE = 0x30;
const SET = 0x31;
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value, 'latin1'));
const hex = (value: string): Buffer => Buffer.from(value, 'hex');

const ED25519 = der(SEQUENCE, hex('06032b6570'));
const COMMON_NAME = hex('0603550403');
const ALTERNATIVE_NAMES = hex('0603551d11');
const NAME = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, text(0x0c, 'localhost'))));
/** Until 2049: after that DER writes years otherwise. */
const VALID = der(SEQUENCE, text(0x17, '200101000000Z'), text(0x17, '491231235959Z'));
const FOR_LOCALHOST = der(
  0xa3,
  der(SEQUENCE, der(SEQUENCE, ALTERNATIVE_NAMES, der(0x04, der(SEQUENCE, text(0x82, 'localhost'))))),
);

export function aCertificate(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const version3 = der(0xa0, hex('020102'));
  const serial = hex('020101');
  const holder = publicKey.export({ type: 'spki', format: 'der' });
  const said = der(SEQUENCE, version3, serial, ED25519, NAME, VALID, NAME, holder, FOR_LOCALHOST);
  const signature = der(0x03, hex('00'), sign(null, said, privateKey));
  const whole = der(SEQUENCE, said, ED25519, signature)
    .toString('base64')
    .match(/.{1,64}/gu)!;
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
