import packet from './packet.json' with { type: 'json' };

/** The words of packets that are not of the record. */
export const packetTexts = packet;
