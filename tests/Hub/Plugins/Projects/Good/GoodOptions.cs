using System.ComponentModel.DataAnnotations;

namespace TestPlugins.Good;

/// <summary>What an operator sets.</summary>
public sealed class GoodOptions
{
    /// <summary>Who is greeted.</summary>
    [Required(ErrorMessage = "Name the partner, such as 'ocmw-gent'.")]
    public string Partner { get; set; } = "";

    /// <summary>How many records a page holds.</summary>
    [Range(1, 1000, ErrorMessage = "Put a number from 1 to 1000.")]
    public int PageSize { get; set; } = 10;

    /// <summary>How long to wait.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Options within an option.</summary>
    public GoodLimits Limits { get; set; } = new();

    /// <summary>Columns by name.</summary>
    public Dictionary<string, string> Columns { get; } = [];

    /// <summary>A list.</summary>
    public IList<string> Folders { get; } = [];
}
