// What every answer forbids a browser, and what is too much for one request.
import fastifyHelmet from '@fastify/helmet';
import { anonymous } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import type { App } from './app-type.ts';
import { problem, Refused } from './problem.ts';

const tooManyHeaders = problem('too-many-headers', 431, '请求标头过多', 'Too many headers');

/** Nothing of the product uses them, so that nothing smuggled into a page can. */
const PERMISSIONS_POLICY = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'fullscreen'],
  ...[
    'geolocation',
    'gyroscope',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'publickey-credentials-get',
  ],
  ...['screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** What whoever is not signed in may send: a password, a code, a name. */
const OPEN_BODY_BYTES = 16 * 1024;
const MOST_HEADERS = 100;

export async function harden(app: App): Promise<void> {
  const nobody = anonymous('zh');
  app.addHook('onRoute', (route) => {
    if (may(nobody, route.config?.permission ?? '')) route.bodyLimit ??= OPEN_BODY_BYTES;
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS_POLICY);
    // Node would drop what is beyond its own limit without a word.
    if (request.raw.rawHeaders.length > 2 * MOST_HEADERS) throw new Refused(tooManyHeaders);
  });
}
