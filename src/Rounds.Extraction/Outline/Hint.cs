namespace Rounds.Extraction.Outline;

/// <summary>What a class or id says about an element, in the words web designers use.</summary>
[Flags]
internal enum Hint : ulong
{
    None = 0,
    Article = 1UL << 0, Content = 1UL << 1, Post = 1UL << 2, Entry = 1UL << 3, Body = 1UL << 4, Story = 1UL << 5, Text = 1UL << 6, Main = 1UL << 7,
    Nav = 1UL << 8, Menu = 1UL << 9, Header = 1UL << 10, Footer = 1UL << 11, Sidebar = 1UL << 12, Related = 1UL << 13, Share = 1UL << 14, Comment = 1UL << 15,
    Promo = 1UL << 16, Ad = 1UL << 17, Cookie = 1UL << 18, Newsletter = 1UL << 19, Breadcrumb = 1UL << 20, TagList = 1UL << 21, Meta = 1UL << 22, Author = 1UL << 23,
    Date = 1UL << 24, Widget = 1UL << 25, Popup = 1UL << 26, Banner = 1UL << 27, Hidden = 1UL << 28, Pagination = 1UL << 29, CallToAction = 1UL << 30, Caption = 1UL << 31,
    Title = 1UL << 32, Summary = 1UL << 33, Card = 1UL << 34, List = 1UL << 35, Item = 1UL << 36, Product = 1UL << 37, Price = 1UL << 38, Review = 1UL << 39,
    Message = 1UL << 40, Thread = 1UL << 41, Reply = 1UL << 42, Signature = 1UL << 43, User = 1UL << 44, Toc = 1UL << 45, Filter = 1UL << 46, Hero = 1UL << 47,
    Feature = 1UL << 48, Faq = 1UL << 49, Quote = 1UL << 50, Code = 1UL << 51, Gallery = 1UL << 52, Form = 1UL << 53, Login = 1UL << 54, Bio = 1UL << 55,
    Footnote = 1UL << 56, Copyright = 1UL << 57, Print = 1UL << 58, Skip = 1UL << 59, Video = 1UL << 60, Cart = 1UL << 61, Notice = 1UL << 62, Logo = 1UL << 63,
}
