#!/usr/bin/env python3
"""Lets an exported reader give its middle states: an output `middle`, the states behind the layer that is asked for.

usage: expose_middle.py [--model model] [--layer 3]
Puts the output into reader.xml, in the place of an output `hidden` (the last states, which nobody needs) or of an earlier `middle`, and notes
the layer in reader.json. The weights are not touched: reader.bin stays as it is. Exports of export_reader.py have the output already; this is
for readers exported before, and for trying other layers.
"""

import argparse
import json
import os
import re

RESULT = re.compile(r'\s*<layer id="(\d+)" name="[^"]*" type="Result"[^>]* output_names="(?:hidden|middle)">.*?</layer>', re.S)


def expose(xml, layer):
    """The text of the IR with an output `middle` from behind `layer` (1: the first; 0: the embeddings), in the place of its output `hidden`."""
    name = "encoder.norm" if layer == 0 else f"encoder.layers.{layer - 1}.norm2"
    olds = list(RESULT.finditer(xml))
    if not olds or not re.search(rf'name="__module\.{re.escape(name)}/aten::layer_norm/Add"', xml):
        raise ValueError(f"has no layer normalisation {name}, or no output `hidden` or `middle`")
    for old in olds:
        xml = re.sub(rf'\s*<edge [^>]* to-layer="{old[1]}" to-port="0" />', "", xml.replace(old[0], ""))
    xml = xml.replace(' names="middle"', "").replace(',middle"', '"')
    norm = re.search(rf'<layer id="(\d+)" name="__module\.{re.escape(name)}/aten::layer_norm/Add" type="Add".*?</layer>', xml, re.S)
    port = re.search(r'(<output>\s*<port id=")(\d+)(" precision="\w+")(?: names="([^"]*)")?', norm[0])
    names = f"{port[4]},middle" if port[4] else "middle"
    xml = xml.replace(norm[0], norm[0].replace(port[0], f'{port[1]}{port[2]}{port[3]} names="{names}"'))
    number = 1 + max(int(n) for n in re.findall(r'<layer id="(\d+)"', xml))
    head = f'<layer id="{number}" name="middle" type="Result" version="opset1" output_names="middle">'
    xml = xml.replace("\n\t</layers>", re.sub(r"<layer [^>]*>", head, olds[0][0]) + "\n\t</layers>", 1)
    edge = f'\n\t\t<edge from-layer="{norm[1]}" from-port="{port[2]}" to-layer="{number}" to-port="0" />'
    return xml.replace("\n\t</edges>", edge + "\n\t</edges>", 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", default="model")
    parser.add_argument("--layer", type=int, default=3)
    arguments = parser.parse_args()
    network, description = (os.path.join(arguments.model, n) for n in ("reader.xml", "reader.json"))
    with open(network, encoding="utf-8", newline="") as file:
        xml = expose(file.read(), arguments.layer)
    with open(network, "w", encoding="utf-8", newline="") as file:
        file.write(xml)
    with open(description, encoding="utf-8") as file:
        about = json.load(file)
    about["middle_layer"] = arguments.layer
    with open(description, "w", encoding="utf-8", newline="\n") as file:
        json.dump(about, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
