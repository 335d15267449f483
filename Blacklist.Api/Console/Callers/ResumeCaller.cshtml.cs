using Blacklist.Api.Callers;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Callers;

/// <summary>Somebody looked into it: the caller is answered again.</summary>
[Requires(Permission.PauseCallers)]
internal sealed class ResumeCallerModel(FormDesk desk, CallerReader reader, CallerDesk callers) : CommandPage<CallerAccessRequest>(desk)
{
    [FromRoute(Name = "caller")]
    public string Id { get; set; } = "";

    protected override Task<FormSubject?> Find() => reader.About(Id, Caller, Texts, HttpContext.RequestAborted);

    protected override Task<IResult> Send(Body<CallerAccessRequest> body, Write write) =>
        ResumeCallerEndpoint.Handle(Id, body, write, callers, HttpContext.RequestAborted);

    protected override string Next(Answer answer) => CallerReader.AddressOf(Id);
}
