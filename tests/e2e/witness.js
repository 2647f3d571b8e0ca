// Stands in the page from its first moment and notes, with the machine's clock, what a person there saw and
// heard. Says nothing to the page. Read it with page.evaluate("witness.…").
window.witness = (() => {
  const peers = [];
  const captions = [];
  const items = [];
  const pictures = [];
  const microphone = { levels: [], listening: false, track: null };
  let enteredAt = null;

  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Peer {
    constructor(...told) {
      super(...told);
      peers.push(this);
    }
  };

  const wordsOf = (line) =>
    line ? [...line.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("").trim() : "";

  function captionNow() {
    const panel = document.querySelector(".captions .live");
    if (!panel) return null;
    const line = panel.querySelector(".lines .now");
    return {
      origin: panel.dataset.origin,
      kind: panel.dataset.kind ?? null,
      segment: panel.dataset.segment ? Number(panel.dataset.segment) : null,
      mark: panel.querySelector(".mark")?.textContent.trim() ?? null,
      lang: line?.lang ?? null,
      text: wordsOf(line),
    };
  }

  function note(list, seen) {
    const last = list.at(-1);
    if (last && JSON.stringify(last.seen) === JSON.stringify(seen)) return;
    list.push({ at: Date.now(), seen });
  }

  function look() {
    const caption = captionNow();
    if (caption) note(captions, caption);
    const item = document.querySelector(".run [aria-current=step]");
    if (item) note(items, Number(item.dataset.item));
    for (const video of document.querySelectorAll(".tile video")) watch(video);
  }

  const watched = new WeakSet();
  function watch(video) {
    if (watched.has(video)) return;
    watched.add(video);
    const whose = Number(video.closest(".tile")?.dataset.person);
    video.requestVideoFrameCallback((now) => pictures.push({ at: performance.timeOrigin + now, whose }));
  }

  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".button.primary.large")) enteredAt = performance.timeOrigin + event.timeStamp;
  }, true);

  // The level of the microphone, chunk by chunk: it tells where in its file a fake microphone is.
  // The room opens the microphone anew after the device check, and the file begins anew: the newest counts.
  async function listen(track) {
    microphone.track?.stop();
    const own = (microphone.track = track.clone());
    microphone.levels.length = 0;
    const reader = new MediaStreamTrackProcessor({ track: own }).readable.getReader();
    for (;;) {
      const { value: data, done } = await reader.read();
      if (done || microphone.track !== own) return data?.close();
      const frame = new Float32Array(data.numberOfFrames);
      data.copyTo(frame, { planeIndex: 0, format: "f32-planar" });
      const power = frame.reduce((sum, value) => sum + value * value, 0) / frame.length;
      microphone.levels.push([Date.now(), Math.sqrt(power)]);
      data.close();
    }
  }
  const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
  if (ask) {
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      const [track] = stream.getAudioTracks();
      if (track && microphone.listening) void listen(track);
      return stream;
    };
  }

  /** Sums over every stream that comes in: decoded frames, and energy of what is heard. */
  async function received() {
    const sums = { frames: 0, energy: 0, packets: 0 };
    for (const peer of peers) {
      if (peer.connectionState === "closed") continue;
      for (const report of (await peer.getStats()).values()) {
        if (report.type !== "inbound-rtp") continue;
        sums.packets += report.packetsReceived ?? 0;
        if (report.kind === "video") sums.frames += report.framesDecoded ?? 0;
        if (report.kind === "audio") sums.energy += report.totalAudioEnergy ?? 0;
      }
    }
    return sums;
  }

  return { captions, items, pictures, microphone, received, captionNow, entered: () => enteredAt };
})();
