import { useState } from 'preact/hooks'
import type { DeviceRow } from '#device/office.ts'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useWords } from '#ui/words.ts'

interface NameDeviceProps {
  device: DeviceRow
  /** By whom it is known without a name. */
  usual: string
  onDone: (changed: boolean) => void
}

/** What the office calls a device, so that somebody can be sent to fetch it. */
export function NameDevice({ device, usual, onDone }: NameDeviceProps) {
  const all = useWords()
  const words = all.people
  const { office } = useEntrance()
  const asking = useAsking()
  const [name, setName] = useState(device.name ?? '')
  const save = async () => {
    if (await asking.ask(() => office.nameDevice(device.device, name.trim()))) onDone(true)
  }
  return (
    <Dialog open onClose={() => onDone(false)} title={words.nameTitle} text={asking.refusal ?? usual}>
      <Field
        label={words.nameLabel}
        placeholder={words.namePlaceholder}
        value={name}
        maxLength={20}
        onDraft={setName}
        onEnter={() => void save()}
      />
      <Key
        look="primary"
        label={all.common.save}
        busy={asking.busy}
        busyLabel={all.common.saving}
        onPress={() => void save()}
      />
      <Key wide label={all.common.cancel} onPress={() => onDone(false)} />
    </Dialog>
  )
}
