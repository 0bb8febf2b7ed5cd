using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas.HandOver;
using Orleans.Concurrency;

namespace CityGuard.Grains.Areas.HandOver;

/// <summary>The hand-over sheets of an area. Keyed by area id.</summary>
[Alias("CityGuard.Grains.IHandOverGrain")]
internal interface IHandOverGrain : IGrainWithStringKey
{
    /// <summary>Makes a sheet. The notes go to the vault before anything is journaled.</summary>
    [Alias("Make")]
    Task<Answer<HandOverView>> Make(ShiftPicture picture, HandOverNotes notes, string by, string command, bool personal);

    [Alias("Acknowledge")]
    Task<Answer<HandOverView>> Acknowledge(SheetId sheet, string by, string command, bool personal);

    /// <summary>One sheet.</summary>
    [Alias("Sheet"), AlwaysInterleave]
    Task<Answer<HandOverView>> Sheet(SheetId sheet, bool personal);

    /// <summary>The last sheets, newest first.</summary>
    [Alias("Sheets"), AlwaysInterleave]
    Task<IReadOnlyList<HandOverView>> Sheets(int most, bool personal);
}

/// <summary>Notes on their way to the vault; never logged.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.HandOverNotes")]
internal sealed record HandOverNotes([property: Id(0)] string? Text)
{
    public override string ToString() => "HandOverNotes (withheld)";
}
