using MudBlazor;

namespace CityGuard.Web.Components.Layout;

/// <summary>MudBlazor in the colours of <c>room.css</c>.</summary>
internal static class RoomTheme
{
    private static readonly string[] Fonts = ["Inter", "Noto Sans", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Segoe UI", "sans-serif"];

    public static MudTheme Dark { get; } = new()
    {
        PaletteDark = new PaletteDark
        {
            Primary = "#5cc8ff",
            Background = "#0a0e13",
            Surface = "#131a22",
            DrawerBackground = "#0e141b",
            AppbarBackground = "#0e141b",
            TextPrimary = "#e3eaf1",
            TextSecondary = "#9aa8b6",
            LinesDefault = "#222d39",
            Success = "#2fa58f",
            Warning = "#e0ab26",
            Error = "#e2466a",
        },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.8125rem", LineHeight = "1.4" } },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
    };
}
