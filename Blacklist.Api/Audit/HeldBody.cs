using Microsoft.AspNetCore.Http.Features;

namespace Blacklist.Api.Audit;

/// <summary>The way out of an answer: its first byte, and the status before it, wait until something is done. What comes after goes straight through.</summary>
internal sealed class HeldBody : StreamResponseBodyFeature
{
    private readonly IHttpResponseBodyFeature _wire;
    private readonly HeldStream _held;

    private HeldBody(HeldStream held, IHttpResponseBodyFeature wire)
        : base(held, wire) => (_held, _wire) = (held, wire);

    /// <param name="first">Done once; where it fails, nothing leaves.</param>
    public static HeldBody Of(IHttpResponseBodyFeature wire, Func<Task> first) => new(new HeldStream(wire.Stream, first), wire);

    /// <summary>Also for an answer without a body, whose status leaves later.</summary>
    public async Task Release()
    {
        await _held.Release();
        await Writer.FlushAsync();
    }

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _held.Release();
        await base.StartAsync(cancellationToken);
    }

    public override async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken)
    {
        await _held.Release();
        await _wire.SendFileAsync(path, offset, count, cancellationToken);
    }

    private sealed class HeldStream(Stream wire, Func<Task> first) : Stream
    {
        private Task? _done;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public Task Release() => _done ??= first();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Release() is { IsCompletedSuccessfully: true } ? wire.WriteAsync(buffer, cancellationToken) : WriteLater(buffer, cancellationToken);

        private async ValueTask WriteLater(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
        {
            await Release();
            await wire.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            await Release();
            await wire.FlushAsync(cancellationToken);
        }

        /// <summary>Only where the wire allows it: an archive writes its end so.</summary>
        public override void Flush()
        {
            Release().GetAwaiter().GetResult();
            wire.Flush();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Release().GetAwaiter().GetResult();
            wire.Write(buffer, offset, count);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
