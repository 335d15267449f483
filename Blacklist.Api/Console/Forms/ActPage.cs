using System.Text.Json.Nodes;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;

namespace Blacklist.Api.Console.Forms;

/// <summary>A command without a body: what it is about, what comes of it, and one button; nothing is filled in that could be tried.</summary>
internal abstract class ActPage(FormDesk desk) : FormPage(desk)
{
    protected sealed override Fields Shape { get; } = new([]);

    /// <summary>The command's endpoint.</summary>
    protected abstract Task<IResult> Send(Write write);

    protected sealed override Task<IResult> Send(JsonObject body, Write write) =>
        write.IsRehearsal ? Task.FromResult<IResult>(Answer.Tried) : Send(write);
}
