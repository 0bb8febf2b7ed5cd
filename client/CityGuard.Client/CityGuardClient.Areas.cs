using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.HandOver;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>The daily board of a sector, a district or the city: calls today against yesterday and the same weekday, what hangs, who is on duty. What is not known is null. Scope read.</summary>
    public Task<AreaBoard> GetBoardAsync(AreaId area, CancellationToken cancellationToken = default)
        => _transport.Board(Given(area), cancellationToken);

    /// <summary>Makes a hand-over sheet (交接班) of how an area stands now. Scope command.</summary>
    public Task<HandOverView> HandOverAsync(AreaId area, HandOverCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.HandOver(Given(area), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Takes over by the last sheet; refused to the one who made it. Scope command.</summary>
    public Task<HandOverView> AcknowledgeHandOverAsync(AreaId area, SheetId sheet, AcknowledgeCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Acknowledge(Given(area), Given(sheet), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>One hand-over sheet; its notes only for who may read personal data. Scope read.</summary>
    public Task<HandOverView> GetHandOverAsync(AreaId area, SheetId sheet, CancellationToken cancellationToken = default)
        => _transport.HandOver(Given(area), Given(sheet), cancellationToken);

    /// <summary>The last hand-over sheets of an area, newest first. Scope read.</summary>
    /// <param name="most">1 to 100.</param>
    public Task<IReadOnlyList<HandOverView>> GetHandOversAsync(AreaId area, int most = 20, CancellationToken cancellationToken = default)
        => _transport.HandOvers(Given(area), most, cancellationToken);
}
