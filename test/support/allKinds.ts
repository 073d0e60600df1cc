/** A process that has them all in force has nothing to fetch. */
export const allKinds = (): Promise<unknown> => import('#domain/catalogue.ts')
