using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;

namespace Blacklist.Api.Console.Forms;

/// <summary>A command whose form is the body of its endpoint.</summary>
/// <typeparam name="TRequest">The endpoint's body.</typeparam>
internal abstract class CommandPage<TRequest>(FormDesk desk) : FormPage(desk)
    where TRequest : class
{
    protected sealed override Fields Shape => (Fields)JsonShape.Of(typeof(TRequest));

    /// <summary>The command's endpoint.</summary>
    protected abstract Task<IResult> Send(Body<TRequest> body, Write write);

    protected sealed override Task<IResult> Send(JsonObject body, Write write) =>
        Send(Body<TRequest>.Of(Encoding.UTF8.GetBytes(body.ToJsonString(EdgeJson.Options))), write);
}
