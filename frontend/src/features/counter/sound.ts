/** Two sounds that can be told apart without looking; muted, none. The choice is this browser's. */

const STORE = "prepaid.counter.muted";
const SOUNDS = {
  done: [
    [880, 0, 0.12],
    [1320, 0.12, 0.2],
  ],
  refused: [
    [220, 0, 0.18],
    [180, 0.22, 0.3],
  ],
} as const;

let context: AudioContext | null = null;

export function isMuted(): boolean {
  return localStorage.getItem(STORE) === "yes";
}

export function setMuted(muted: boolean): void {
  localStorage.setItem(STORE, muted ? "yes" : "no");
}

export function play(sound: keyof typeof SOUNDS): void {
  if (isMuted() || typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  void context.resume();
  for (const [hertz, start, length] of SOUNDS[sound]) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const from = context.currentTime + start;
    tone.type = sound === "done" ? "sine" : "square";
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(sound === "done" ? 0.25 : 0.12, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + length);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + length);
  }
}
