/** Sounds made on the spot: no file to fetch, nothing to be blocked. */

let context: AudioContext | null = null;

function audio(): AudioContext {
  context ??= new AudioContext();
  void context.resume();
  return context;
}

/** One struck bell: `hz`, beginning `at` seconds from now, as loud as `peak` (0..1). */
function strike(to: AudioNode, hz: number, at: number, seconds: number, peak: number): void {
  const { currentTime } = to.context;
  for (const [overtone, share] of [[1, 1], [2.76, 0.35], [5.4, 0.12]] as const) {
    const tone = new OscillatorNode(to.context, { frequency: hz * overtone });
    const envelope = new GainNode(to.context, { gain: 0 });
    const start = currentTime + at;
    envelope.gain.setValueAtTime(0, start);
    envelope.gain.linearRampToValueAtTime(peak * share, start + 0.008);
    envelope.gain.exponentialRampToValueAtTime(0.0001, start + seconds / overtone ** 0.5);
    tone.connect(envelope).connect(to);
    tone.start(start);
    tone.stop(start + seconds);
  }
}

/** A bell through the chosen loudspeaker, about two seconds. */
export async function playBell(speakerId: string | null): Promise<void> {
  const source = audio();
  const out = source.createMediaStreamDestination();
  strike(out, 523.25, 0.05, 1.6, 0.4);
  strike(out, 659.25, 0.45, 1.8, 0.4);
  const player = new Audio();
  player.srcObject = out.stream;
  if (speakerId && "setSinkId" in player) await player.setSinkId(speakerId).catch(() => undefined); // the default is heard instead
  await player.play();
  setTimeout(() => {
    player.srcObject = null;
  }, 3_000);
}

/** Two soft tones: somebody waits outside. */
export function playKnock(): void {
  const { destination } = audio();
  strike(destination, 587.33, 0, 0.7, 0.12);
  strike(destination, 783.99, 0.22, 0.9, 0.12);
}
