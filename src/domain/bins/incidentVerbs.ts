import { array, maxLength, optional, picklist, pipe, strictObject, string } from 'valibot'
import { ALREADY, held } from '#domain/change.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { photoHash } from '#domain/photoHash.ts'
import { applied, creation, fresh, type Kind, verb } from '#domain/record.ts'
import { STREAMS } from './streams.ts'
import {
  type Incident,
  INCIDENT_ACTIONS,
  INCIDENT_STEPS,
  INCIDENTS,
  type IncidentStep,
  STEPS_OF_INCIDENT,
  incidentOutline,
} from './incident.ts'

export const incident: Kind<Incident> = {
  ...incidentOutline,
  sealed: true,
  photosOf: (record) => record.photos,
  verbs: {
    record: creation({
      v: 1,
      args: strictObject({
        place: id,
        shift: optional(id),
        type: picklist(INCIDENTS),
        action: picklist(INCIDENT_ACTIONS),
        stream: optional(picklist(STREAMS)),
        text: optional(pipe(string(), maxLength(500))),
        photos: pipe(array(photoHash), maxLength(6)),
      }),
      act: 'recordIncident',
      create: (args, change, stamp): Incident => ({
        ...fresh('incident', args.place as RecordId, change, stamp),
        kind: 'incident',
        type: args.type,
        action: args.action,
        photos: args.photos,
        ...(args.shift !== undefined && { shift: args.shift as RecordId }),
        ...(args.stream !== undefined && { stream: args.stream }),
        ...(args.text !== undefined && { text: args.text }),
      }),
    }),
    /** Of its own person, of colleagues at the point, of the property and of the office: each of them stands beside the others. */
    step: verb({
      v: 1,
      args: strictObject({
        action: picklist(INCIDENT_STEPS),
        note: optional(pipe(string(), maxLength(200))),
      }),
      act: 'recordIncident',
      adds: true,
      fold: (record: Incident, args, change, stamp) => {
        const steps = record.steps ?? []
        if (steps.some((one) => one.id === change.id)) return ALREADY
        if (record.voided) return held('wrongState')
        if (steps.length >= STEPS_OF_INCIDENT) return held('invalid')
        const step: IncidentStep = {
          id: change.id,
          action: args.action,
          at: change.at,
          by: change.actor,
          ...(stamp && { receivedAt: stamp.receivedAt }),
          ...(args.note !== undefined && { note: args.note }),
        }
        return applied<Incident>({ ...record, steps: [...steps, step] })
      },
    }),
    withdraw: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), maxLength(200)) }),
      act: 'recordIncident',
      fold: (record: Incident, args, change) =>
        record.voided
          ? ALREADY
          : applied({ ...record, voided: { by: change.actor, at: change.at, reason: args.reason } }),
    }),
  },
}
