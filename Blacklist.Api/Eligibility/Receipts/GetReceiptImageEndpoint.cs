using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using QRCoder;

namespace Blacklist.Api.Eligibility.Receipts;

internal static class GetReceiptImageEndpoint
{
    private const int PixelsPerModule = 4;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder checks) => checks.MapGet("/{id:guid}/receipt.svg", Handle)
        .Summary("The receipt's reference as a QR code", "For the printed check report: an SVG image of the `reference` that verifying the receipt on file gives, too.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000031")
        .Produces<string>(StatusCodes.Status200OK, "image/svg+xml");

    public static async Task<IResult> Handle(Guid id, Caller caller, AskedChecks checks, CancellationToken cancellation) =>
        await checks.Find(id, caller, Permission.ReadChecks, cancellation) is { Given.Receipt: { } receipt }
            ? Results.Text(Draw(receipt.Reference()), "image/svg+xml")
            : Problems.NotFound();

    private static string Draw(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var image = new SvgQRCode(code);
        return image.GetGraphic(PixelsPerModule);
    }
}
