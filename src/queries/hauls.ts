import { type BinPoint, binPointId, type Bins, USUAL_BINS } from '#domain/bins/binPoint.ts'
import { calledAt, standingCall } from '#domain/bins/fullBin.ts'
import { type Haul, hauledAtOf } from '#domain/bins/haul.ts'
import type { RecordId, TenantId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { Moment } from '#domain/bins/shift.ts'
import { type Stream, STREAMS } from '#domain/bins/streams.ts'
import type { View } from '#store/view.ts'
import type { BinSheet } from './sheet.ts'

/** The bins that stand at a point; the city's usual ones where the compound has not said. */
export function binsAt(view: View, point: RecordId): readonly Bins[] {
  const own = view.get<BinPoint>(binPointId(point))?.bins ?? []
  return own.length > 0 ? own : USUAL_BINS
}

export interface WhomToCall {
  /** As the compound calls them; absent: the property's own duty number. */
  readonly haulier?: string
  /** As it is written: to be read aloud and typed on another phone. */
  readonly number: string
}

/** Whom one calls when a bin is full: the point's haulier, else the property's duty number; undefined where none is known. */
export function haulierAt(view: View, tenant: TenantId, point: RecordId): WhomToCall | undefined {
  const haulier = view.get<BinPoint>(binPointId(point))?.haulier
  if (haulier) return { haulier: haulier.name, number: haulier.phone }
  const numbers = view.get<Settings>(settingsId(tenant))?.emergency ?? []
  const property = numbers.find(({ label }) => /物业|property/i.test(label))
  return property && { number: property.number }
}

export interface Call {
  readonly stream: Stream
  readonly note: Incident
  /** When it was made, ISO instant. */
  readonly at: string
}

/** The calls of a sheet for which the lorry has not come yet, whoever made them. */
export function callsOf(sheet: Pick<BinSheet, 'incidents' | 'hauls'>): readonly Call[] {
  return STREAMS.flatMap((stream) => {
    const note = standingCall(stream, sheet.incidents, sheet.hauls)
    return note ? [{ stream, note, at: calledAt(note, stream) ?? note.at }] : []
  })
}

/** Litres and kilograms stand apart: a bin has litres, a scale has kilograms. */
export interface HaulsOfStream {
  readonly stream: Stream
  readonly hauls: number
  readonly litres: number
  readonly kg: number
}

export interface HaulReport {
  /** Only streams of which something went, in the order of the bins; of `kitchen` it is the 厨余分出量. */
  readonly streams: readonly HaulsOfStream[]
  /** Hauls with several streams in one hold. */
  readonly mixed: number
}

/** What lorries took, over the sheets of a window, a day, a week (`sheetsIn`). Withdrawn hauls are not in it. */
export function haulReport(sheets: readonly Pick<BinSheet, 'hauls'>[]): HaulReport {
  const hauls = sheets.flatMap((sheet) => sheet.hauls)
  const streams = STREAMS.flatMap((stream): readonly HaulsOfStream[] => {
    const own = hauls.filter((one) => one.stream === stream)
    const inUnit = (unit: Haul['unit']) => total(own.filter((one) => one.unit === unit))
    return own.length > 0 ? [{ stream, hauls: own.length, litres: inUnit('litre'), kg: inUnit('kg') }] : []
  })
  return { streams, mixed: hauls.filter((one) => one.mixed).length }
}

/** In hundredths, so that three times 0.1 is 0.3. */
function total(hauls: readonly Haul[]): number {
  return hauls.reduce((sum, one) => sum + Math.round(one.amount * 100), 0) / 100
}

export interface FullBins {
  readonly stream: Stream
  /** Sheets on which they were found full. */
  readonly arrival: number
  readonly leaving: number
}

/** How often the bins of a stream were full, over some sheets; only streams that were. */
export function fullBins(sheets: readonly BinSheet[]): readonly FullBins[] {
  const times = (stream: Stream, when: Moment) =>
    sheets.filter((sheet) => sheet.fills[when][stream] === 'full').length
  return STREAMS.map((stream) => ({
    stream,
    arrival: times(stream, 'arrival'),
    leaving: times(stream, 'leaving'),
  })).filter((one) => one.arrival + one.leaving > 0)
}

/** What litres may weigh, by the compound's own scale: an estimate that names its factor. */
export interface Estimate {
  readonly kg: number
  readonly kgPerLitre: number
  /** Who weighed and when. */
  readonly weighed?: string
}

/** Undefined where nobody weighed: litres then stay litres. */
export function estimateOf(
  settings: Pick<Settings, 'kgPerLitre' | 'weighed'> | undefined,
  stream: Stream,
  litres: number,
): Estimate | undefined {
  const kgPerLitre = settings?.kgPerLitre?.[stream]
  if (kgPerLitre === undefined || litres <= 0) return undefined
  const weighed = settings?.weighed
  return { kg: Math.round(litres * kgPerLitre), kgPerLitre, ...(weighed && { weighed }) }
}

/** All hauls of a sheet's shifts in the order of the lorries, withdrawn ones too: each says that it is. */
export function haulsWritten(view: View, sheet: Pick<BinSheet, 'shares'>): readonly Haul[] {
  const shifts = new Set(sheet.shares.map(({ shift }) => shift.id))
  return view
    .all<Haul>('haul')
    .filter((one) => one.shift !== undefined && shifts.has(one.shift))
    .sort((a, b) => (`${hauledAtOf(a)} ${a.id}` < `${hauledAtOf(b)} ${b.id}` ? -1 : 1))
}

/** Amounts of a stream as one presses them: one bin, two bins, as many as stand there. */
export interface HaulChoice {
  readonly count: number
  readonly litres: number
}

const MOST_CHOICES = 6

export function haulChoices(bins: readonly Bins[], stream: Stream): readonly HaulChoice[] {
  return bins
    .filter((one) => one.stream === stream)
    .flatMap(({ litres, count }) =>
      Array.from({ length: Math.min(count, MOST_CHOICES) }, (_, index) => ({ count: index + 1, litres })),
    )
    .slice(0, MOST_CHOICES)
}

/** That a lorry mixed several streams, where somebody of the sheet noted it: it is noted once. */
export function mixedNoteOf(sheet: Pick<BinSheet, 'incidents'> | undefined): Incident | undefined {
  return sheet?.incidents.find((one) => one.type === 'mixed_haul')
}
