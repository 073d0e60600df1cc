/** Whose thing it is, which says who pays. */
export const AREAS = ['common', 'private_paid', 'private_warranty'] as const
export type Area = (typeof AREAS)[number]

/** Who bears what it cost. */
export const PAYERS = ['trust_fund', 'maintenance_fund', 'owner', 'vendor_warranty', 'company'] as const
export type Payer = (typeof PAYERS)[number]
