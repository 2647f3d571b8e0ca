/** How this person uses their prompter. Kept in their browser, unknown to the server. */
export interface PrompterSettings {
  /** 0 … LARGEST */
  size: number;
  /** for reading in a glass before the camera */
  mirror: boolean;
  /** false: the hand alone moves the text */
  follows: boolean;
  /** opens and closes by itself with this person's turn */
  opensItself: boolean;
  /** what the other side reads, below */
  showsReading: boolean;
  /** an officer who speaks: moving by hand moves everyone's captions too */
  cues: boolean;
}

export const LARGEST = 6;
export const USUAL: PrompterSettings = { size: 2, mirror: false, follows: true, opensItself: false, showsReading: true, cues: false };
