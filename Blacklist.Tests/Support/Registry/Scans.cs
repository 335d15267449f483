using System.Buffers.Binary;
using System.Text;

namespace Blacklist.Tests;

/// <summary>Small files that are what their bytes say.</summary>
internal static class Scans
{
    public static byte[] Pdf(string inside = "1 0 obj<</Type/Catalog>>endobj") => Encoding.ASCII.GetBytes($"%PDF-1.4\n{inside}\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>As large as it says, whatever it holds.</summary>
    public static byte[] Png(uint width, uint height)
    {
        byte[] image = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[8], 8, 2, 0, 0, 0, .. new byte[4], .. new byte[12], 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
        BinaryPrimitives.WriteUInt32BigEndian(image.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(image.AsSpan(20), height);
        return image;
    }

    public static byte[] Jpeg(ushort width, ushort height)
    {
        byte[] image = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0, 0xFF, 0xD9];
        BinaryPrimitives.WriteUInt16BigEndian(image.AsSpan(13), height);
        BinaryPrimitives.WriteUInt16BigEndian(image.AsSpan(15), width);
        return image;
    }
}
