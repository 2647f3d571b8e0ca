import { useCallback, useEffect, useRef, useState } from "react";

/** About a quiet word at a table; silence and fans stay below it. */
const VOICE = 0.22;
const HEARD_AFTER = 4;

/** How loud a microphone is, 0..1 on a logarithmic scale, and whether a voice has been heard on it. */
export function useLoudness(stream: MediaStream | null): { level: () => number; heard: boolean } {
  const analyser = useRef<AnalyserNode | null>(null);
  const [heard, setHeard] = useState(false);

  const level = useCallback(() => {
    const node = analyser.current;
    if (!node) return 0;
    const samples = new Float32Array(node.fftSize);
    node.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    return power > 0 ? Math.min(1, Math.max(0, (10 * Math.log10(power) + 60) / 50)) : 0;
  }, []);

  useEffect(() => {
    if (!stream?.getAudioTracks().length) return;
    const context = new AudioContext();
    void context.resume();
    const node = context.createAnalyser();
    node.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(node);
    analyser.current = node;
    let loud = 0;
    const timer = setInterval(() => {
      loud = level() > VOICE ? loud + 1 : Math.max(0, loud - 1);
      if (loud >= HEARD_AFTER) setHeard(true);
    }, 100);
    return () => {
      clearInterval(timer);
      analyser.current = null;
      setHeard(false);
      void context.close();
    };
  }, [stream, level]);

  return { level, heard };
}
