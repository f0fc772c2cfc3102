import { z } from 'zod';

/** What the sign-in page offers beside the password. */
export const ProvidersView = z.strictObject({
  providers: z.array(z.strictObject({ way: z.enum(['cas', 'oidc']), href: z.string() })),
});

/** Providers add names of their own to the address; what is not asked for is not read. */
export const ProviderReturn = z.record(z.string().max(100), z.string().max(4096));

/** A form with `logoutRequest`, as CAS posts it; parsed where it is needed only. */
export const LogoutForm = z.string().max(16_384);
