import Check from '~icons/lucide/check'
import Undo from '~icons/lucide/undo-2'
import Warning from '~icons/lucide/triangle-alert'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Cover } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { cover, SPLIT, type Squares, squaresAlong, squaresAt, squaresIn, squaresOf } from './blocks.ts'

type Stroke = ReadonlySet<number>

interface Opened {
  readonly picture: ImageBitmap
  readonly squares: Squares
}

/**
 * Covers what must not be seen, with a finger, a mouse or the keyboard. The covered picture is another picture under another
 * name; the one that was taken stays where it is.
 */
export function Blur(props: { hash: string; onCovered: (hash: string) => void; onClose: () => void }) {
  const { wall, photo: photoWords } = useWords()
  const words = wall.blur
  const { photo, takePhoto } = useApp()
  const toast = useToast()
  const [opened, setOpened] = useState<Opened | 'away'>()
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [by, setBy] = useState<'paint' | 'cells'>('paint')
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let here = true
    void photo(props.hash).then(async (found) => {
      if (found.is !== 'here') return here && setOpened('away')
      const picture = await createImageBitmap(found.bytes)
      if (here) setOpened({ picture, squares: squaresOf(picture.width, picture.height) })
    })
    return () => {
      here = false
    }
  }, [props.hash, photo])

  const covered = new Set(strokes.flatMap((stroke) => [...stroke]))
  const save = async () => {
    if (opened === undefined || opened === 'away' || busy) return
    setBusy(true)
    const blob = await drawn(opened, covered)
    const taken = blob ? await takePhoto(blob) : undefined
    setBusy(false)
    if (taken?.ok) props.onCovered(taken.value.hash)
    else toast({ text: photoWords.refused[taken?.refused ?? 'cannotDecode'], icon: Warning })
  }
  return (
    <Cover
      open
      onClose={props.onClose}
      title={words.title}
      bar={
        <>
          <Key
            look="quiet"
            icon={Undo}
            label={words.undo}
            why={strokes.length === 0 ? words.nothing : undefined}
            onPress={() => setStrokes(strokes.slice(0, -1))}
          />
          <Key
            look="primary"
            icon={Check}
            label={words.done}
            why={covered.size === 0 ? words.nothing : undefined}
            busy={busy}
            busyLabel={words.busy}
            onPress={() => void save()}
          />
        </>
      }
    >
      <div class="stack wall-blur">
        <h2>{words.title}</h2>
        <p>{opened === 'away' ? words.away : words.lead}</p>
        {opened && opened !== 'away' && (
          <>
            <Painted
              opened={opened}
              covered={covered}
              onStroke={by === 'paint' ? (stroke) => setStrokes([...strokes, stroke]) : undefined}
            >
              {by === 'cells' && (
                <Cells
                  squares={opened.squares}
                  covered={covered}
                  onToggle={(cell) =>
                    setStrokes(
                      cell.every((one) => covered.has(one))
                        ? strokes.map((stroke) => new Set([...stroke].filter((one) => !cell.includes(one))))
                        : [...strokes, new Set(cell)],
                    )
                  }
                />
              )}
            </Painted>
            <Segmented
              label={words.title}
              value={by}
              options={[
                { value: 'paint', label: words.paint },
                { value: 'cells', label: words.cells },
              ]}
              onChange={setBy}
            />
          </>
        )}
      </div>
    </Cover>
  )
}

/** The picture with what is covered; a stroke ends where the finger leaves it. */
function Painted({
  opened: { picture, squares },
  covered,
  onStroke,
  children,
}: {
  opened: Opened
  covered: ReadonlySet<number>
  onStroke: ((stroke: Stroke) => void) | undefined
  children: preact.ComponentChildren
}) {
  const { wall } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const stroke = useRef<{ last: readonly [number, number]; squares: Set<number> } | null>(null)
  const draw = (more?: ReadonlySet<number>) => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    context.drawImage(picture, 0, 0)
    cover(context, squares, new Set([...covered, ...(more ?? [])]), picture.width, picture.height)
  }
  useEffect(() => draw())
  const at = (event: PointerEvent): readonly [number, number] => {
    const box = canvas.current!.getBoundingClientRect()
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
  }
  return (
    <div class="wall-painted">
      <canvas
        ref={canvas}
        width={picture.width}
        height={picture.height}
        role="img"
        aria-label={wall.blur.picture}
        onPointerDown={(event) => {
          if (!onStroke) return
          event.currentTarget.setPointerCapture(event.pointerId)
          const point = at(event)
          stroke.current = { last: point, squares: new Set(squaresAt(squares, ...point)) }
          draw(stroke.current.squares)
        }}
        onPointerMove={(event) => {
          const now = stroke.current
          if (!now) return
          const point = at(event)
          for (const one of squaresAlong(squares, now.last, point)) now.squares.add(one)
          now.last = point
          draw(now.squares)
        }}
        onPointerUp={() => {
          const ended = stroke.current
          stroke.current = null
          if (ended && ended.squares.size > 0) onStroke?.(ended.squares)
        }}
        onPointerCancel={() => {
          stroke.current = null
          draw()
        }}
      />
      {children}
    </div>
  )
}

/** The same without a finger: each square is a key that is on or off. */
function Cells(props: {
  squares: Squares
  covered: ReadonlySet<number>
  onToggle: (cell: readonly number[]) => void
}) {
  const { wall } = useWords()
  const columns = props.squares.columns / SPLIT
  const rows = props.squares.rows / SPLIT
  return (
    <div class="wall-cells" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
      {Array.from({ length: columns * rows }, (_, index) => {
        const [row, column] = [Math.floor(index / columns), index % columns]
        const cell = squaresIn(props.squares, row, column)
        return (
          <button
            key={index}
            type="button"
            class="wall-cell"
            aria-label={wall.blur.cell(row + 1, column + 1)}
            aria-pressed={cell.every((one) => props.covered.has(one))}
            onClick={() => props.onToggle(cell)}
          />
        )
      })}
    </div>
  )
}

function drawn({ picture, squares }: Opened, covered: ReadonlySet<number>): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement('canvas'), {
    width: picture.width,
    height: picture.height,
  })
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  context.drawImage(picture, 0, 0)
  cover(context, squares, covered, picture.width, picture.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
}
