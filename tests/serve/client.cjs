// A session with "strigil serve" by the protocol's own client.
//
//	node client.cjs MODULES STRIGIL		MODULES holds the client's package
"use strict";
const path = require("path");
const sdk = path.join(process.argv[2], "@modelcontextprotocol/sdk/dist/cjs/client");
const { Client } = require(path.join(sdk, "index.js"));
const { StdioClientTransport } = require(path.join(sdk, "stdio.js"));

function check(what, ok) {
	if (!ok)
		throw new Error(what);
	console.log(what);
}

async function main() {
	const client = new Client({ name: "test", version: "1" });
	await client.connect(new StdioClientTransport({
		command: process.argv[3], args: ["serve", "--stdio"],
		env: process.env,
	}));
	const call = async (name, args) => client.callTool({ name, arguments: args });
	const text = (answer) => answer.content[0].text;

	const { tools } = await client.listTools();
	check("six tools, read only", tools.length === 6 &&
	    tools.every((tool) => tool.annotations.readOnlyHint));
	let answer = await call("ask", { question: "does it help tennis elbow" });
	check("a question is answered", !answer.isError && text(answer).includes("Astym"));
	answer = await call("search", { query: "design:rct level:1..2 pain" });
	check("works are found", text(answer).includes("crothers-2016"));
	answer = await call("show", { address: "crothers-2016" });
	check("a work is shown", text(answer).includes("level 2"));
	answer = await call("show", { address: "nobody-1900" });
	check("what is not held is an error", answer.isError);
	answer = await call("refs", { text: "Crothers AL, French SD. doi:10.1186/s12998-016-0096-9" });
	check("a reference is looked up", text(answer).includes("crothers-2016"));
	answer = await call("trace", { text: "IASTM breaks up scar tissue." });
	check("an article is traced", text(answer).includes("untested"));

	const { resources } = await client.listResources();
	check("resources are listed", resources.some((page) => page.uri === "strigil:start"));
	const { contents } = await client.readResource({ uri: "strigil:topic/does-it-hurt" });
	check("a resource is read", contents[0].text.startsWith("# Does IASTM hurt?"));
	await client.readResource({ uri: "strigil:work/nobody-1900" }).then(
	    () => check("an unknown resource is refused", false),
	    (error) => check("an unknown resource is refused", error.code === -32002));
	await client.close();
}

main().catch((error) => {
	console.log(`FAILED: ${error.message}`);
	process.exit(1);
});
