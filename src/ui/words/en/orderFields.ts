import type { orderChoices as zhChoices, orderFields as zhFields } from '#ui/words/zh/orderFields.ts'

export const orderFields: typeof zhFields = {
  team: 'Which team',
  vendor: 'Which firm',
  body: 'Sent to',
  reference: 'Their number',
  workingDays: 'Working days promised',
  area: 'Common or private',
  costCents: 'Cost (in cents)',
  payer: 'Who pays',
  materials: 'Materials',
  says: 'What the firm says',
  hindrance: 'Why it cannot be done',
}

export const orderChoices: typeof zhChoices = {
  team: {
    engineering: 'engineering',
    cleaning: 'cleaning',
    order: 'order and gates',
    customer_service: 'front desk',
    owners_committee: 'owners’ committee',
    community: 'community office',
  },
  body: {
    hotline12345: 'hotline 12345',
    street: 'the street office',
    utility: 'water, power or gas',
    police: 'the police',
    other: 'another body',
  },
  area: {
    common: 'common',
    private_paid: 'private, owner pays',
    private_warranty: 'private, under warranty',
  },
  payer: {
    trust_fund: 'the trust fund',
    maintenance_fund: 'the maintenance fund',
    owner: 'the owner',
    vendor_warranty: 'the maker, warranty',
    company: 'the property company',
  },
  says: { took: 'I take it', fixed: 'It is fixed', cannot: 'I cannot do it' },
  hindrance: {
    parts: 'a part is missing',
    notMyTrade: 'not our kind of work',
    notLetIn: 'nobody let us in',
    tooMuch: 'too big a job, let us talk',
    noTime: 'no time in the next days',
    otherwise: 'something else',
  },
}
