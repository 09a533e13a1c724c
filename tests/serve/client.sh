#!/bin/sh
# strigil serve against the protocol's own client (npm install -g
# @modelcontextprotocol/sdk); skipped where that is missing.
modules=${NODE_MODULES:-$(npm root -g 2>/dev/null)}
if ! command -v node >/dev/null ||
    [ ! -d "$modules/@modelcontextprotocol/sdk" ]; then
	echo "skipped: the client of the Model Context Protocol is missing"
	exit 77
fi
exec timeout 60 node "${srcdir:-.}/tests/serve/client.cjs" "$modules" "$STRIGIL"
