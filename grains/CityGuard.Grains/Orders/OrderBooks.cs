using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Orders;

internal static class OrderBooks
{
    /// <summary>The book of a responder: its home district.</summary>
    public static string Key(CityIndex index, int responder) => index.City.Areas[index.City.Cells.Sectors[index.HomeSector(responder)].District].Id.Value;
}
