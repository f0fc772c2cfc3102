import type { Providers } from './provider.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** The providers that are set up; what is not costs nothing to load. */
export async function providersOf({ cas, oidc }: ProviderSettings): Promise<Providers> {
  const casModule = cas && (await import('../adapters/cas.ts'));
  const oidcModule = oidc && (await import('../adapters/oidc.ts'));
  return {
    ...(cas && casModule && { cas: casModule.casProvider(cas) }),
    ...(oidc && oidcModule && { oidc: oidcModule.oidcProvider(oidc) }),
  };
}
