namespace Rounds.Extraction.Dates;

internal enum DateStyle : byte { Iso, Words, Numbers, ShortYear }

/// <summary>Which number comes first in 03/04/2024.</summary>
internal enum DayOrder : byte { DayFirst, MonthFirst }

/// <summary>A date as it stands in a text.</summary>
internal readonly record struct FoundDate(PageDate Date, int Start, int End, DateStyle Style);
