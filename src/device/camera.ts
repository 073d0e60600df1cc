import { ok, type Result, refused } from '#domain/result.ts'

export type CameraRefusal =
  | 'noCamera' // none there, in use elsewhere, or this browser has no door to it
  | 'notAllowed' // the person or the browser's settings said no

export interface Camera {
  /** To be shown in a video of the page. */
  readonly stream: MediaStream
  /** The light beside the lens goes off. */
  stop(): void
}

/** Whether a page may ask for the camera at all: not without https, nor inside some apps. */
export function mayFrame(): boolean {
  return 'mediaDevices' in navigator && typeof navigator.mediaDevices.getUserMedia === 'function'
}

/** Asks for the camera that looks away from the person. */
export async function openCamera(): Promise<Result<Camera, CameraRefusal>> {
  if (!mayFrame()) return refused('noCamera')
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1600 }, height: { ideal: 1200 } },
    })
    const stop = () => {
      for (const track of stream.getTracks()) track.stop()
    }
    return ok({ stream, stop })
  } catch (trouble) {
    const name = trouble instanceof DOMException ? trouble.name : ''
    return refused(name === 'NotAllowedError' || name === 'SecurityError' ? 'notAllowed' : 'noCamera')
  }
}

/** What the video shows now, as a picture like one from the album; undefined while nothing is seen yet. */
export async function frameOf(video: HTMLVideoElement): Promise<Blob | undefined> {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0 || height === 0) return undefined
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.92))) ?? undefined
}
