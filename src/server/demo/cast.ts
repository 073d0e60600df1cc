import { derivedId, type PersonId, type RecordId, type TenantId } from '#domain/ids.ts'
import { compoundPlace, placeId } from '#domain/places.ts'
import type { Role } from '#domain/roles.ts'

/**
 * The 22 people of the compound's team, all invented. Two grid workers, one a staircase; 何桂英 keeps company to the
 * whole building as well. Of the property six: the manager, three stewards and the two cleaners, who stand at the bins.
 */
export const CAST = {
  officer: [
    '周敏',
    [
      ['officer', 'compound'],
      ['partyCommittee', 'compound'],
      ['residents', 'compound'],
    ],
  ],
  gridOfficer: [
    '吴海涛',
    [
      ['officer', 'compound'],
      ['gridOfficer', 'compound'],
    ],
  ],
  manager: ['谢红梅', [['manager', 'compound']]],
  order: ['蒋大勇', [['steward', 'compound']]],
  engineer: ['罗建军', [['steward', 'compound']]],
  service: ['唐小雨', [['steward', 'compound']]],
  binsEarly: [
    '陈素芬',
    [
      ['supervisor', 'bin-1'],
      ['supervisor', 'compound'],
    ],
  ],
  binsLate: [
    '廖世全',
    [
      ['supervisor', 'bin-1'],
      ['supervisor', 'compound'],
    ],
  ],
  grid1: [
    '何桂英',
    [
      ['gridWorker', '1-1'],
      ['gridWorker', '1'],
    ],
  ],
  grid2: [
    '马德华',
    [
      ['gridWorker', '1-2'],
      ['partyGroup', '1-2'],
    ],
  ],
  lead11: ['江秀琼', [['floorLead', '1-1']]],
  lead12: ['曾永福', [['floorLead', '1-1']]],
  lead13: ['邓玉兰', [['floorLead', '1-1']]],
  lead21: ['彭安民', [['floorLead', '1-2']]],
  lead22: ['汪淑华', [['floorLead', '1-2']]],
  lead23: ['袁正清', [['floorLead', '1-2']]],
  owners1: ['沈志远', [['owners', 'compound']]],
  owners2: ['钟丽', [['owners', 'compound']]],
  owners3: ['魏国庆', [['owners', 'compound']]],
  owners4: ['潘文秀', [['owners', 'compound']]],
  owners5: ['杜平', [['owners', 'compound']]],
  party: [
    '任长河',
    [
      ['party', 'compound'],
      ['partyMember', 'compound'],
    ],
  ],
} as const satisfies Record<string, readonly [name: string, held: readonly (readonly [Role, string])[]]>

export type Who = keyof typeof CAST

export const TEAM = Object.keys(CAST) as readonly Who[]

export function personOf(tenant: TenantId, who: Who): PersonId {
  return derivedId('person', tenant, who)
}

export function nameOf(who: Who): string {
  return CAST[who][0]
}

/** A place by the last of its natural key; a bare word is a shared space. */
export function placeOf(tenant: TenantId, key: string): RecordId {
  return key === 'compound' ? compoundPlace(tenant) : placeId(tenant, key)
}
