"""The training side of demarche's reader: data, network, decoding and measuring."""
