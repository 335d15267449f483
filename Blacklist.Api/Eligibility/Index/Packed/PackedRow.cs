using System.Runtime.InteropServices;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>A listing in 54 bytes; what rules ask of it stands beside it in its <see cref="PackedMarks"/>, its person's name follows from the row's place.</summary>
/// <param name="Number">As <see cref="ListingNumbers"/> packs it.</param>
/// <param name="Person">The value of the <see cref="PackedPerson"/>.</param>
/// <param name="Disposition">Place among the <see cref="PackedDispositions"/>.</param>
/// <param name="Region">Place among the regions.</param>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct PackedRow(Guid ListingId, Guid PersonId, ulong Number, ulong Person, int Disposition, ushort Region);
